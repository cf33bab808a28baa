package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.MetricType;
import io.kpiwidget.engine.platform.AnalyticsQuery.AskedMetric;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GuideDialectTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final URI API = URI.create("https://org.example");

  private final GuideDialect dialect = new GuideDialect(API);

  @Test
  void query_isTheGuidesBody() {
    var query =
        new AnalyticsQuery(
            new Filter.All(List.of(new Filter.Match("queue.id", "in", List.of("q1")))),
            List.of(new AskedMetric("waiting", MetricType.COUNT, "queue.waiting")),
            List.of("queue.id"),
            Optional.of(Duration.ofMinutes(30)));

    assertThat(dialect.query(query).content().orElseThrow().text())
        .isEqualTo(
            "{\"filter\":{\"type\":\"and\",\"clauses\":[{\"type\":\"filter\",\"field\":\"queue.id\","
                + "\"op\":\"in\",\"values\":[\"q1\"]}]},\"metrics\":[{\"name\":\"waiting\","
                + "\"type\":\"count\",\"field\":\"queue.waiting\"}],\"groupBy\":[\"queue.id\"],"
                + "\"granularity\":\"PT30M\"}");
  }

  @Test
  void query_setsInAnotherOrder_isTheSameBody() {
    var queues = new Filter.Match("queue.id", "in", List.of("q1", "q2"));
    var agent = new Filter.Match("agent.id", "eq", List.of("a1"));
    var turned = new Filter.Match("queue.id", "in", List.of("q2", "q1"));

    assertThat(body(new Filter.All(List.of(turned, new Filter.Any(List.of(agent, queues))))))
        .isEqualTo(body(new Filter.All(List.of(new Filter.Any(List.of(queues, agent)), queues))));
    assertThat(body(queues, "a", "b")).isEqualTo(body(queues, "b", "a"));
  }

  @Test
  void query_rangeTurned_isAnotherBody() {
    assertThat(body(new Filter.TimeRange("time", "in", List.of("2", "1"))))
        .isNotEqualTo(body(new Filter.TimeRange("time", "in", List.of("1", "2"))));
  }

  private String body(Filter filter, String... metrics) {
    var asked =
        Arrays.stream(metrics)
            .map(name -> new AskedMetric(name, MetricType.COUNT, "queue.waiting"))
            .toList();
    var query = new AnalyticsQuery(filter, asked, List.of(), Optional.empty());
    return dialect.query(query).content().orElseThrow().text();
  }

  @Test
  void queues_pathIsOneSegment() {
    assertThat(dialect.queues("a/b c?").uri().getRawPath())
        .isEqualTo("/v2/users/a%2Fb%20c%3F/queues");
    assertThat(dialect.queues("a").route()).isEqualTo("/v2/users/{id}/queues");
  }

  @Test
  void rows_everyKindOfFigure() throws Exception {
    var query =
        new AnalyticsQuery(
            new Filter.All(List.of()),
            List.of(
                new AskedMetric("c", MetricType.COUNT, "f"),
                new AskedMetric("a", MetricType.AVG, "f"),
                new AskedMetric("r", MetricType.RATIO, "f"),
                new AskedMetric("o", MetricType.OLDEST, "f"),
                new AskedMetric("s", MetricType.SUM, "f"),
                new AskedMetric("absent", MetricType.SUM, "f"),
                new AskedMetric("empty", MetricType.SUM, "f")),
            List.of("queue.id"),
            Optional.empty());
    var body =
        "{\"results\":[{\"group\":{\"queue.id\":\"q\"},"
            + "\"interval\":\"2026-11-23T09:00:00Z/2026-11-23T09:30:00Z\",\"metrics\":{"
            + "\"c\":{\"count\":3},\"a\":{\"sum\":9,\"count\":3},"
            + "\"r\":{\"numerator\":1,\"denominator\":2},"
            + "\"o\":{\"since\":\"2026-11-23T09:00:00Z\"},\"s\":{\"sum\":7.5},\"empty\":{}}}]}";

    var row = dialect.readRows(query, ok(body)).get(0);

    assertThat(row.group()).isEqualTo(Map.of("queue.id", "q"));
    assertThat(row.from()).contains(Instant.parse("2026-11-23T09:00:00Z"));
    assertThat(row.figures())
        .containsOnly(
            Map.entry("c", new Figure.Count(3)),
            Map.entry("a", new Figure.Average(9, 3)),
            Map.entry("r", new Figure.Ratio(1, 2)),
            Map.entry("o", new Figure.Oldest(Instant.parse("2026-11-23T09:00:00Z"))),
            Map.entry("s", new Figure.Sum(7.5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"c\":{\"count\":-1}",
        "\"c\":{\"count\":\"3\"}",
        "\"c\":{\"count\":NaN}",
        "\"c\":{\"count\":1e999}",
        "\"c\":{\"count\":1e16}",
        "\"c\":{\"count\":null}",
        "\"c\":{\"counted\":1}",
        "\"c\":[1]",
        "\"c\":3",
        "\"a\":{\"sum\":9}",
        "\"a\":{\"sum\":-9,\"count\":3}",
        "\"r\":{\"numerator\":1,\"denominator\":-2}",
        "\"o\":{\"since\":1}",
        "\"o\":{\"since\":\"yesterday\"}",
        "\"o\":{\"since\":\"-999999999-01-01T00:00:00Z\"}",
        "\"o\":{\"since\":\"+999999999-01-01T00:00:00Z\"}"
      })
  void rows_figureThatMakesNoSense_isABadAnswer(String figure) {
    assertThatThrownBy(() -> rows("{\"metrics\":{" + figure + "}}"))
        .isInstanceOf(BadAnswer.class)
        .hasMessageNotContaining("yesterday");
  }

  @Test
  void rows_sameGroupTwice_isABadAnswer_notTwiceTheNumber() {
    var row = "{\"metrics\":{\"c\":{\"count\":1}}}";

    assertThatThrownBy(() -> rows(row + "," + row)).isInstanceOf(BadAnswer.class);
  }

  @Test
  void rows_membersNobodyAskedFor_areIgnored() throws Exception {
    var rows = rows("{\"x\":1,\"metrics\":{\"z\":{\"count\":-1},\"c\":{\"count\":0,\"y\":[]}}}");

    assertThat(rows.get(0).figures()).containsOnly(Map.entry("c", new Figure.Count(0)));
  }

  private List<Row> rows(String rows) throws Exception {
    var query =
        new AnalyticsQuery(
            new Filter.All(List.of()),
            List.of(
                new AskedMetric("c", MetricType.COUNT, "f"),
                new AskedMetric("a", MetricType.AVG, "f"),
                new AskedMetric("r", MetricType.RATIO, "f"),
                new AskedMetric("o", MetricType.OLDEST, "f")),
            List.of(),
            Optional.empty());
    return dialect.readRows(query, ok("{\"results\":[" + rows + "]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/../../b", "w?access_token=x", "w#x", "w 1", "", "eyJhbGciOi.eyJzdWIi.c2ln"})
  void widgetId_thatIsNoPlainWord_isABadAnswer(String id) {
    assertThatThrownBy(() -> dialect.readWidgetId(ok("{\"widgetId\":\"" + id + "\"}")))
        .isInstanceOf(BadAnswer.class);
  }

  @Test
  void zone_unknownToJava_isNone() throws Exception {
    assertThat(dialect.readZone(ok("{\"timeZone\":\"Mars/Olympus\"}"))).isEmpty();
    assertThat(dialect.readZone(ok("{\"timeZone\":\"Asia/Kathmandu\"}"))).isPresent();
  }

  private static HttpAnswer ok(String body) {
    return new HttpAnswer(200, Map.of(), body, moment(), NOON);
  }

  private static Time.Moment moment() {
    return new Time.Moment(NOON, 0);
  }
}
