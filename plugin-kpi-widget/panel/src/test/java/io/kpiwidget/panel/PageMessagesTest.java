package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.panel.swing.Shown;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageMessagesTest {

  private static final String SHOWN =
      "{\"type\":\"shown\",\"version\":7,\"kpis\":{\"waiting\":{\"text\":\"6\",\"value\":6},"
          + "\"asa\":{\"text\":\"–\",\"value\":null,\"reason\":\"No data\"}},\"queues\":[{\"id\":\"q1\",\"cells\":"
          + "{\"waiting\":{\"text\":\"3\",\"value\":3}}}],\"notices\":[\"Billing was closed.\"]}";

  @Test
  void parse_wordsWithoutContent() {
    assertThat(PageMessages.parse("{\"type\":\"hello\"}")).contains(new PageMessage.Hello());
    assertThat(PageMessages.parse("{\"type\":\"ready\"}")).contains(new PageMessage.Ready());
    assertThat(PageMessages.parse("{\"type\":\"action\",\"name\":\"refresh\"}"))
        .contains(new PageMessage.Refresh());
  }

  @Test
  void parse_shown_keepsTextsAndNumbers() {
    var queue = new Shown.Queue("q1", "", Map.of("waiting", new Shown.Figure("3", 3.0)));
    var none = new Shown.Figure("–", null, "No data");
    var kpis = Map.of("waiting", new Shown.Figure("6", 6.0), "asa", none);
    var notices = List.of("Billing was closed.");
    assertThat(PageMessages.parse(SHOWN))
        .contains(new PageMessage.Figures(7, new Shown(kpis, List.of(queue), notices)));
  }

  @Test
  void parse_frames_dropsQueryAndFragmentOfAddresses() {
    var json =
        "{\"type\":\"frames\",\"frames\":[{\"id\":\"platform\",\"sandbox\":\"allow-scripts\","
            + "\"origin\":\"http://127.0.0.1:2\",\"src\":\"http://127.0.0.1:2/app/#/w?access_token=x\"}],\"history\":3}";
    var frame =
        new PageMessage.Frame(
            "platform", "allow-scripts", "http://127.0.0.1:2", "http://127.0.0.1:2/app/");
    assertThat(PageMessages.parse(json)).contains(new PageMessage.Frames(List.of(frame), 3));
  }

  @Test
  void parse_countsWidgetAndViolation() {
    assertThat(PageMessages.parse("{\"type\":\"rejected\",\"counts\":{\"origin\":3}}"))
        .contains(new PageMessage.Rejected(Map.of("origin", 3L)));
    assertThat(
            PageMessages.parse(
                "{\"type\":\"widget\",\"message\":{\"type\":\"widget:dimensions\",\"height\":4}}"))
        .contains(new PageMessage.Widget("widget:dimensions", ""));
    assertThat(PageMessages.parse("{\"type\":\"blank\"}")).contains(new PageMessage.Blank());
    assertThat(PageMessages.parse("{\"type\":\"violation\",\"directive\":\"img-src\"}"))
        .contains(new PageMessage.Violation("img-src"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"token-not-taken", "not-ready", "quarantined"})
  void parse_trouble_isOneOfOurs(String code) {
    assertThat(PageMessages.parse("{\"type\":\"trouble\",\"code\":\"" + code + "\"}"))
        .contains(new PageMessage.Trouble(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "\"ready\"",
        "[]",
        "{}",
        "{type:'ready'}",
        "{\"type\":7}",
        "{\"type\":null}",
        "{\"type\":\"READY\"}",
        "{\"type\":\"eval\"}",
        "{\"type\":\"ready\"} {\"type\":\"ready\"}",
        "{\"type\":\"ready\"",
        "{\"type\":\"action\",\"name\":\"exit\"}",
        "{\"type\":\"action\"}",
        "{\"type\":\"shown\",\"version\":\"7\",\"kpis\":{},\"queues\":[]}",
        "{\"type\":\"shown\",\"version\":NaN,\"kpis\":{},\"queues\":[]}",
        "{\"type\":\"shown\",\"version\":1e999,\"kpis\":{},\"queues\":[]}",
        "{\"type\":\"shown\",\"version\":7,\"kpis\":[],\"queues\":[]}",
        "{\"type\":\"shown\",\"version\":7,\"kpis\":{\"a\":6},\"queues\":[]}",
        "{\"type\":\"shown\",\"version\":7,\"kpis\":{\"a\":{\"text\":6}},\"queues\":[]}",
        "{\"type\":\"shown\",\"version\":7,\"kpis\":{\"a\":{\"text\":\"6\",\"value\":\"6\"}},\"queues\":[]}",
        "{\"type\":\"shown\",\"version\":7,\"kpis\":{},\"queues\":{}}",
        "{\"type\":\"shown\",\"version\":7,\"kpis\":{},\"queues\":[null]}",
        "{\"type\":\"shown\",\"version\":7,\"kpis\":{\"a\":{\"text\":\"6\",\"reason\":6}},\"queues\":[]}",
        "{\"type\":\"shown\",\"version\":7,\"kpis\":{},\"queues\":[],\"notices\":[7]}",
        "{\"type\":\"shown\",\"version\":7,\"kpis\":{},\"queues\":[],\"notices\":\"x\"}",
        "{\"type\":\"frames\",\"frames\":[{\"id\":\"kpi\"}],\"history\":1}",
        "{\"type\":\"frames\",\"frames\":[]}",
        "{\"type\":\"frames\",\"frames\":[],\"history\":\"1\"}",
        "{\"type\":\"trouble\",\"code\":\"c4nary\"}",
        "{\"type\":\"trouble\"}",
        "{\"type\":\"widget\",\"message\":\"x\"}",
        "{\"type\":\"rejected\",\"counts\":{\"origin\":\"many\"}}",
        "{\"type\":\"violation\",\"directive\":{}}"
      })
  void parse_notAsItShouldBe_isRefused(String json) {
    assertThat(PageMessages.parse(json)).isEmpty();
  }

  @Test
  void parse_tooLong_isRefused() {
    var padding = " ".repeat(PageMessages.LONGEST);
    assertThat(PageMessages.parse(padding + "{\"type\":\"ready\"}")).isEmpty();
  }

  @Test
  void parse_longTexts_areRefused() {
    var json = "{\"type\":\"violation\",\"directive\":\"" + "x".repeat(2049) + "\"}";
    assertThat(PageMessages.parse(json)).isEmpty();
  }

  @Test
  void parse_tooManyEntries_areRefused() {
    var counts =
        IntStream.range(0, 201).mapToObj(i -> "\"c" + i + "\":1").collect(Collectors.joining(","));
    assertThat(PageMessages.parse("{\"type\":\"rejected\",\"counts\":{" + counts + "}}")).isEmpty();
  }

  @Test
  void parse_deepNesting_isRefused() {
    var deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(PageMessages.parse("{\"type\":\"ready\",\"x\":" + deep + "}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void parse_damagedMessages_neverThrow(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      var damaged = new StringBuilder(SHOWN);
      for (int j = 0; j < 3; j++) {
        damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(0x250));
      }
      assertThat(PageMessages.parse(damaged.toString())).isNotNull();
    }
  }
}
