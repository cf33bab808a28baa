package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatTest {

  private static final String MODULE = "format.js";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-GB|count|0|0",
        "en-GB|count|1234|1,234",
        "de-DE|count|1234|1.234",
        "en-GB|count|8.27|8.3",
        "en-GB|count|1250000|1.25M",
        "en-GB|count|-3|-3",
        "en-GB|duration|0|0:00",
        "en-GB|duration|59.4|0:59",
        "en-GB|duration|59.6|1:00",
        "en-GB|duration|187|3:07",
        "en-GB|duration|3599|59:59",
        "en-GB|duration|3600|1:00:00",
        "en-GB|duration|18724|5:12:04",
        "en-GB|duration|-5|0:00",
        "en-GB|ratio|0|0%",
        "en-GB|ratio|1|100%",
        "en-GB|ratio|0.832|83.2%",
        "en-GB|ratio|0.88|88.0%",
        "en-GB|ratio|0.7999|80.0%"
      })
  void value_unit_isShortAndSteady(String locale, String unit, double value, String expected) {
    assertThat(
            Js.run(
                    MODULE,
                    "return m.formats(args[0], 'UTC').value(args[2], args[1]);",
                    locale,
                    unit,
                    value)
                .asString())
        .isEqualTo(expected);
  }

  @Test
  void value_arabicDigits_areTheLocales() {
    assertThat(
            Js.run(MODULE, "return m.formats('ar-EG', 'UTC').value(187, 'duration');").asString())
        .isEqualTo("\u0663:\u0660\u0667");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|252|4 minutes, 12 seconds",
        "en|3600|1 hour",
        "en|0|0 seconds",
        "de|61|1 Minute, 1 Sekunde"
      })
  void spoken_duration_isInWords(String locale, double seconds, String expected) {
    assertThat(
            Js.run(
                    MODULE,
                    "return m.formats(args[0], 'UTC').spoken(args[1], 'duration');",
                    locale,
                    seconds)
                .asString())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"Europe/Berlin,14:52", "America/New_York,08:52", "No/Where,01:52\u202fPM"})
  void time_isInTheSnapshotsZone(String zone, String expected) {
    assertThat(
            Js.run(
                    MODULE,
                    "return m.formats('en-GB', args[0]).time(Date.parse('2026-11-23T13:52:07Z'));",
                    zone)
                .asString())
        .isEqualTo(expected);
  }

  @Test
  void formats_unknownLocale_isEnglish() {
    assertThat(Js.run(MODULE, "return m.formats('<b>', 'UTC').value(1234.5, 'count');").asString())
        .isEqualTo("1,234.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count|5.04|5",
        "count|0.04|0",
        "ratio|0.8|80%",
        "ratio|0.0001|0%",
        "duration|90|1:30"
      })
  void brief_hasNoMoreDigitsThanItNeeds(String unit, double value, String expected) {
    assertThat(
            Js.run(MODULE, "return m.formats('en', 'UTC').brief(args[0], args[1]);", value, unit)
                .asString())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"5,5 seconds", "65,1 minute", "7322,2 hours"})
  void age_isInItsLargestUnit(double seconds, String expected) {
    assertThat(Js.run(MODULE, "return m.formats('en', 'UTC').age(args[0]);", seconds).asString())
        .isEqualTo(expected);
  }
}
