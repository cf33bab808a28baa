package io.kpiwidget.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kpiwidget.engine.config.Window.LastMinutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Day",
        "today",
        " week",
        "lastMinutes",
        "last0Minutes",
        "last030Minutes",
        "last-5Minutes",
        "last+5Minutes",
        "last5minutes",
        "last1441Minutes",
        "last99999999999Minutes",
        "last٣Minutes",
        "xlast5Minutes",
        "last5Minutes\n"
      })
  void of_noWindowsId_isEmpty(String id) {
    assertThat(Window.of(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1441})
  void lastMinutes_outsideADay_areRefusedWithValueAndRule(int minutes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LastMinutes(minutes))
        .withMessage("minutes are not in 1..1440: " + minutes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "day",
        "shift",
        "interval",
        "week",
        "last1Minutes",
        "last30Minutes",
        "last1440Minutes"
      })
  void id_isWhatNamesTheWindow(String id) {
    assertThat(Window.of(id)).map(Window::id).contains(id);
  }

  @Test
  void of_lastMinutes_keepsTheNumber() {
    assertThat(Window.of("last30Minutes")).contains(new LastMinutes(30));
  }
}
