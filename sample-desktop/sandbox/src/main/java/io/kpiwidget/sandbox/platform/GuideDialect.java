package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;

/** The calls of the guide that need a token. */
final class GuideDialect {
  private static final List<String> ZONES =
      List.of(
          "America/Chicago",
          "America/New_York",
          "Asia/Kolkata",
          "Asia/Singapore",
          "Europe/Berlin",
          "Europe/London",
          "UTC");

  private final QueryAnswers answers;
  private final ServerClock clock;
  private final Widgets widgets;
  private final long maxAgeSeconds;

  GuideDialect(QueryAnswers answers, ServerClock clock, Widgets widgets, long maxAgeSeconds) {
    this.answers = answers;
    this.clock = clock;
    this.widgets = widgets;
    this.maxAgeSeconds = maxAgeSeconds;
  }

  Reply createWidget(Call call, Person person) {
    person.require("analytics:widget:view");
    var definition = call.json();
    reader().read(definition);
    for (var field : List.of("name", "dataSource")) {
      QueryReader.text(definition, field, "");
    }
    return Reply.json(201, Reply.object("widgetId", widgets.add(definition)));
  }

  Reply widget(Call call, Person person) {
    person.require("analytics:widget:view");
    var definition =
        widgets.find(call.id()).orElseThrow(() -> Refusal.of(404, "not.found", "No such widget"));
    return Reply.json(200, definition);
  }

  Reply query(Call call, Person person) {
    person.require("analytics:report:view");
    var query = reader().read(call.json());
    var body =
        Reply.json(200, answers.answer(query, person))
            .with("Cache-Control", "private, max-age=" + maxAgeSeconds);
    var etag = etag(body.body());
    var known =
        call.header("if-none-match")
            .filter(sent -> sent.equals("*") || List.of(sent.split("\\s*,\\s*")).contains(etag));
    return (known.isPresent() ? new Reply(304, body.headers(), "") : body).with("ETag", etag);
  }

  Reply permissions(Call call, Person person) {
    var body = Reply.object("userId", person.id());
    body.addProperty("userName", person.name());
    body.add("permissions", Reply.GSON.toJsonTree(new TreeSet<>(person.permissions())));
    return Reply.json(200, body);
  }

  Reply queues(Call call, Person person) {
    person.require("user:read");
    if (!call.id().equals(person.id())) {
      throw Refusal.missing("routing:queue:view");
    }
    var body = new JsonObject();
    body.add("entities", Reply.GSON.toJsonTree(person.queues()));
    return Reply.json(200, body);
  }

  Reply timezones(Call call, Person person) {
    var body = Reply.object("userId", person.id());
    body.addProperty("timeZone", person.zone().getId());
    var zones = new TreeSet<>(ZONES);
    zones.add(person.zone().getId());
    var list = new JsonArray();
    zones.forEach(id -> list.add(zone(id)));
    body.add("timezones", list);
    return Reply.json(200, body);
  }

  private JsonObject zone(String id) {
    var zone = Reply.object("id", id);
    zone.addProperty(
        "offset", ZoneId.of(id).getRules().getOffset(clock.now()).getTotalSeconds() / 60);
    return zone;
  }

  private QueryReader reader() {
    return new QueryReader(answers::simulated, answers::decommissioned);
  }

  /** Strong: the hash of the very bytes (RFC 9110 §8.8.1). */
  private static String etag(String body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 27)
          + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
