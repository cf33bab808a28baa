package io.kpiwidget.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeMapTest {

  @ParameterizedTest
  @CsvSource({"9000, 9000", "10000, 10000", "10001, 10060", "11000, 70000"})
  void time_atSixtyfoldSpeed_runsFasterFromTheStartOn(long wall, long simulated) {
    var map = new TimeMap(10_000, 60);

    assertThat(map.simulated(Instant.ofEpochMilli(wall))).isEqualTo(simulated);
    assertThat(map.wall(simulated)).isEqualTo(Instant.ofEpochMilli(wall));
  }
}
