package io.kpiwidget.engine.platform;

import io.kpiwidget.engine.config.WidgetDefinition;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The guide's requests and answers. */
public final class GuideDialect implements PlatformDialect {

  private static final String JSON = "application/json";

  private final URI api;

  public GuideDialect(URI api) {
    this.api = api;
  }

  @Override
  public String tenant() {
    return "guide " + api;
  }

  @Override
  public HttpCall permissions() {
    return get("/v2/users/me/permissions", "/v2/users/me/permissions");
  }

  @Override
  public Permissions readPermissions(HttpAnswer answer) throws PlatformException {
    var object = Answered.of("permissions", answer);
    return new Permissions(
        object.text("userId"), object.text("userName", ""), object.texts("permissions"));
  }

  @Override
  public HttpCall queues(String agentId) {
    return get("/v2/users/{id}/queues", "/v2/users/" + segment(agentId) + "/queues");
  }

  @Override
  public List<Queue> readQueues(HttpAnswer answer) throws PlatformException {
    return Answered.of("queues", answer)
        .each("entities", entity -> new Queue(entity.text("id"), entity.text("name", "")));
  }

  @Override
  public HttpCall zone() {
    return get("/v2/analytics/timezones", "/v2/analytics/timezones");
  }

  @Override
  public Optional<ZoneId> readZone(HttpAnswer answer) throws PlatformException {
    return Answered.of("time zones", answer).zone("timeZone");
  }

  @Override
  public HttpCall widget(WidgetDefinition definition) {
    return post("/v2/analytics/widgets", GuideBodies.widget(definition));
  }

  @Override
  public String readWidgetId(HttpAnswer answer) throws PlatformException {
    var told = Answered.of("widget", answer);
    var id = told.text("widgetId");
    if (!id.matches("[a-zA-Z0-9_-]{1,128}")) {
      throw told.bad("widgetId"); // it becomes a part of the shell's address
    }
    return id;
  }

  @Override
  public HttpCall registered(String widgetId) {
    return get("/v2/analytics/widgets/{id}", "/v2/analytics/widgets/" + segment(widgetId));
  }

  @Override
  public HttpCall query(AnalyticsQuery query) {
    return post("/v2/analytics/query", GuideBodies.query(query));
  }

  @Override
  public List<Row> readRows(AnalyticsQuery query, HttpAnswer answer) throws PlatformException {
    return GuideRows.read(query, answer);
  }

  @Override
  public PlatformException failure(HttpCall call, HttpAnswer answer) {
    return GuideFailures.of(call, answer);
  }

  private HttpCall get(String route, String path) {
    return new HttpCall(
        HttpCall.Kind.API,
        "GET",
        route,
        URI.create(api + path),
        Map.of("Accept", JSON),
        Optional.empty());
  }

  private HttpCall post(String route, String json) {
    return new HttpCall(
        HttpCall.Kind.API,
        "POST",
        route,
        URI.create(api + route),
        Map.of("Accept", JSON),
        Optional.of(new HttpCall.Content(JSON, json)));
  }

  private static String segment(String text) {
    return Form.encode(text).replace("+", "%20");
  }
}
