package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeWindowTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:00:00Z, Europe/Berlin, 2026-11-22T23:00:00.000Z, 2026-11-23T23:00:00.000Z, 24",
    "2026-11-23T22:59:59.999Z, Europe/Berlin, 2026-11-22T23:00:00.000Z, 2026-11-23T23:00:00.000Z, 24",
    "2026-11-23T23:00:00Z, Europe/Berlin, 2026-11-23T23:00:00.000Z, 2026-11-24T23:00:00.000Z, 24",
    "2026-03-29T12:00:00Z, Europe/Berlin, 2026-03-28T23:00:00.000Z, 2026-03-29T22:00:00.000Z, 23",
    "2026-10-25T12:00:00Z, Europe/Berlin, 2026-10-24T22:00:00.000Z, 2026-10-25T23:00:00.000Z, 25",
    "2026-11-23T12:00:00Z, Asia/Kathmandu, 2026-11-22T18:15:00.000Z, 2026-11-23T18:15:00.000Z, 24",
    "2026-11-23T12:00:00Z, Pacific/Kiritimati, 2026-11-23T10:00:00.000Z, 2026-11-24T10:00:00.000Z, 24",
    "2026-11-23T12:00:00Z, Pacific/Pago_Pago, 2026-11-23T11:00:00.000Z, 2026-11-24T11:00:00.000Z, 24",
    "2018-11-04T12:00:00Z, America/Sao_Paulo, 2018-11-04T03:00:00.000Z, 2018-11-05T02:00:00.000Z, 23"
  })
  void today_isTheAgentsWholeDay_halfOpenInUtc(
      Instant now, ZoneId zone, String start, String end, long hours) {
    var window = TimeWindow.today(now, zone);

    assertThat(window.startText()).isEqualTo(start);
    assertThat(window.endText()).isEqualTo(end);
    assertThat(Duration.between(window.start(), window.end())).hasHours(hours);
  }
}
