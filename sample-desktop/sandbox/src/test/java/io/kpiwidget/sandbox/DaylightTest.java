package io.kpiwidget.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DaylightTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T05:59:59Z, UTC, Europe/Berlin", // 06:59 there
    "2026-11-23T06:00:00Z, UTC, UTC",
    "2026-11-23T23:59:59Z, UTC, UTC",
    "2026-11-23T22:52:00Z, Europe/Berlin, Europe/Berlin",
    "2026-11-24T00:30:00Z, Europe/Berlin, America/New_York",
    "2026-11-23T21:00:00Z, Australia/Sydney, Australia/Sydney"
  })
  void place_isTheMachinesOwnWhileItIsDayThere(Instant now, ZoneId own, ZoneId expected) {
    assertThat(Daylight.at(now, own).zone()).isEqualTo(expected);
  }

  @Test
  void neighbour_hasAnotherTimeNearby() {
    var now = Instant.parse("2026-11-23T12:00:00Z");
    assertThat(Daylight.at(now, ZoneId.of("UTC")).neighbour())
        .isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(Daylight.at(now, ZoneId.of("Europe/Paris")).neighbour())
        .isEqualTo(ZoneId.of("Europe/London"));
  }

  @Test
  void place_zoneWasAskedFor_isThatWhateverTheHour() {
    var night = new MovableClock("2026-11-23T23:30:00Z");
    var options = SandboxOptions.defaults().clock(night).zone(ZoneId.of("Europe/Berlin"));
    assertThat(Daylight.of(options.simulation()).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }
}
