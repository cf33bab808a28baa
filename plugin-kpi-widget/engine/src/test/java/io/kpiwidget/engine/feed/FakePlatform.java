package io.kpiwidget.engine.feed;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;

/** The guide's platform on loopback, as small as the feed's tests need it. */
final class FakePlatform implements AutoCloseable {

  static final List<String> ALL =
      List.of(
          "analytics:report:view",
          "analytics:queueObservation:view",
          "analytics:conversationAggregate:view",
          "analytics:userAggregate:view");

  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<String> bodies = new CopyOnWriteArrayList<>();
  final Set<String> permissions = new HashSet<>(ALL);
  final List<String> queues = new ArrayList<>(List.of("q1", "q2"));
  final Map<String, Deque<MockResponse>> faults = new HashMap<>();
  final Map<String, Integer> waiting = new HashMap<>(Map.of("q1", 3, "q2", 4));
  final Set<String> revoked = new HashSet<>();

  String zone = "Europe/Berlin";
  String waitingSince = "";
  int tokens;

  /** What every token ends with. */
  String tokenTail = "";

  int expiresIn = 3600;
  boolean tellsSubject = true;
  boolean refusesGranularity;
  String subject = "";
  int buckets = 1;
  Instant firstBucket = Instant.parse("2026-11-23T09:00:00Z");

  private String scheme = "http";
  private final MockWebServer server = new MockWebServer();

  FakePlatform() throws IOException {
    server.setServerSocketFactory(new PromptSockets());
    start();
  }

  /** The same by HTTPS, and so by HTTP/2. */
  FakePlatform(HandshakeCertificates certificates) throws IOException {
    scheme = "https";
    server.useHttps(certificates.sslSocketFactory());
    start();
  }

  private void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  URI url() {
    return URI.create(scheme + "://127.0.0.1:" + server.getPort());
  }

  long count(String route) {
    return asked.stream().filter(route::equals).count();
  }

  /** Answers the next call of {@code route} with {@code answer}. */
  void next(String route, MockResponse answer) {
    faults.computeIfAbsent(route, r -> new ArrayDeque<>()).add(answer);
  }

  static MockResponse status(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private MockResponse answer(RecordedRequest request) {
    var path = request.getUrl().encodedPath();
    asked.add(path);
    var body = request.getBody() == null ? "" : request.getBody().utf8();
    bodies.add(body);
    var fault = faults.getOrDefault(path, new ArrayDeque<>()).poll();
    if (fault != null) {
      return fault;
    }
    if (path.equals("/v2/oauth/token")) {
      return token(body);
    }
    if (path.equals("/v2/oauth/revoke")) {
      return status(200, "");
    }
    var agent = agent(request);
    if (agent.isEmpty()) {
      return status(401, "{\"code\":\"credentials.expired\"}");
    }
    return api(request, path, body, agent);
  }

  private MockResponse api(RecordedRequest request, String path, String body, String agent) {
    return switch (path) {
      case "/v2/users/me/permissions" -> permissions(agent);
      case "/v2/analytics/timezones" -> status(200, "{\"timeZone\":\"" + zone + "\"}");
      case "/v2/analytics/widgets" -> status(201, "{\"widgetId\":\"w-" + agent + "\"}");
      case "/v2/analytics/query" -> query(request, body, agent);
      default -> queues();
    };
  }

  // a token is "agent-number"
  private MockResponse token(String form) {
    var sub = form.replaceAll(".*&sub=", "");
    tokens++;
    var of = subject.isEmpty() ? sub : subject;
    var json = new JsonObject();
    json.addProperty("access_token", of + "-" + tokens + tokenTail);
    json.addProperty("token_type", "bearer");
    json.addProperty("expires_in", expiresIn);
    if (tellsSubject) {
      json.addProperty("sub", of);
    }
    return status(200, json.toString());
  }

  private String agent(RecordedRequest request) {
    var header = String.valueOf(request.getHeaders().get("Authorization"));
    var token = header.replace("Bearer ", "");
    return revoked.contains(token) || !token.contains("-")
        ? ""
        : token.substring(0, token.lastIndexOf('-'));
  }

  private MockResponse permissions(String agent) {
    var json = new JsonObject();
    json.addProperty("userId", agent);
    json.addProperty("userName", "Name of " + agent);
    var names = new JsonArray();
    permissions.forEach(names::add);
    json.add("permissions", names);
    return status(200, json.toString());
  }

  private MockResponse queues() {
    var entities = new JsonArray();
    for (var id : queues) {
      var queue = new JsonObject();
      queue.addProperty("id", id);
      queue.addProperty("name", "Queue " + id);
      entities.add(queue);
    }
    var json = new JsonObject();
    json.add("entities", entities);
    return status(200, json.toString());
  }

  private MockResponse query(RecordedRequest request, String body, String agent) {
    if (refusesGranularity && body.contains("granularity")) {
      return status(400, "{\"pointer\":\"/granularity\"}");
    }
    var answer = new JsonObject();
    answer.add("results", rows(JsonParser.parseString(body).getAsJsonObject(), agent));
    var etag = "\"" + hash(answer.toString()) + "\"";
    if (etag.equals(request.getHeaders().get("If-None-Match"))) {
      return new MockResponse.Builder().code(304).addHeader("ETag", etag).build();
    }
    return new MockResponse.Builder().addHeader("ETag", etag).body(answer.toString()).build();
  }

  private JsonArray rows(JsonObject query, String agent) {
    var rows = new JsonArray();
    if (query.has("granularity")) {
      for (int i = 0; i < buckets; i++) {
        var from = firstBucket.plusSeconds(1800L * i);
        rows.add(row(query, "", from + "/" + from.plusSeconds(1800), agent));
      }
    } else if (query.has("groupBy")) {
      queues.forEach(id -> rows.add(row(query, id, "", agent)));
    } else {
      rows.add(row(query, "", "", agent));
    }
    return rows;
  }

  private JsonObject row(JsonObject query, String queue, String interval, String agent) {
    var row = new JsonObject();
    var group = new JsonObject();
    if (!queue.isEmpty()) {
      group.addProperty("queue.id", queue);
    }
    row.add("group", group);
    if (!interval.isEmpty()) {
      row.addProperty("interval", interval);
    }
    var metrics = new JsonObject();
    for (var metric : query.getAsJsonArray("metrics")) {
      stats(metrics, metric.getAsJsonObject(), queue, agent);
    }
    row.add("metrics", metrics);
    return row;
  }

  private void stats(JsonObject metrics, JsonObject metric, String queue, String agent) {
    var name = metric.get("name").getAsString();
    var text =
        switch (metric.get("type").getAsString()) {
          case "count" -> "{\"count\":" + waiting.getOrDefault(queue, agent.length()) + "}";
          case "avg" -> "{\"sum\":600,\"count\":2}";
          case "ratio" -> "{\"numerator\":" + (queue.equals("q1") ? 9 : 1) + ",\"denominator\":10}";
          case "oldest" -> waitingSince.isEmpty() ? "" : "{\"since\":\"" + waitingSince + "\"}";
          default -> "{\"sum\":60}";
        };
    if (!text.isEmpty()) {
      metrics.add(name, JsonParser.parseString(text));
    }
  }

  private static String hash(String text) {
    return Base64.getEncoder()
        .encodeToString(Integer.toString(text.hashCode()).getBytes(StandardCharsets.UTF_8));
  }

  void down() {
    close();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (RuntimeException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
