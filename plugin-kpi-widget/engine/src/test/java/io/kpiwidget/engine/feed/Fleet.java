package io.kpiwidget.engine.feed;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.engine.config.ConfigException;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.HttpPlatform;
import io.kpiwidget.engine.platform.InProcess;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Desktops on one virtual clock, behind one door, and a platform that changes all the time. */
final class Fleet implements AutoCloseable, KpiFeed.Surroundings {

  static final Instant START = Instant.parse("2026-11-23T22:58:30Z");

  private static final URI API = URI.create("http://127.0.0.1:9");

  final VirtualThreads threads = new VirtualThreads(START);

  /** The questions of each second since the start. */
  final TreeMap<Integer, Integer> perSecond = new TreeMap<>();

  private final List<KpiFeed> feeds = new ArrayList<>();
  final List<FeedState> last = new ArrayList<>();
  private final Duration way;
  private final HttpPlatform platform;
  private final WidgetConfig config = config();
  private int tokens;
  private int queries;

  /** {@code way} is what each call takes. */
  Fleet(Duration way) throws IOException {
    this.way = way;
    var time = new Time(clock(), this::nanoTime);
    platform = InProcess.platform(time, API, new Random(1), this::answer);
  }

  private static WidgetConfig config() throws IOException {
    var file = Files.createTempFile("kpi-widget", ".json");
    try {
      Files.writeString(
          file,
          """
          {"platform": {"api": "%1$s"},
           "token": {"source": "client_credentials", "url": "%1$s/v2/oauth/token", "clientId": "c",
                     "clientSecret": {"env": "SECRET"}},
           "widget": {"refreshInterval": 30,
                      "metrics": [{"kpi": "waiting"}, {"kpi": "handled"}]}}
          """
              .formatted(API));
      return WidgetConfig.load(file);
    } catch (ConfigException e) {
      throw new AssertionError(e);
    } finally {
      Files.delete(file);
    }
  }

  /** One more agent, who looks from {@code after} on. */
  void join(Duration after) {
    int index = feeds.size();
    last.add(new FeedState.SignedOut());
    var feed = KpiFeed.open(config, platform, this, new Hearing(index), threads, new Random(index));
    feeds.add(feed);
    feed.agent(FeedHarness.agent("agent" + index));
    threads.later(after, () -> feed.showing(true));
  }

  int queries() {
    return queries;
  }

  /** The age in seconds that the figures of one agent did not exceed for 99 % of the time. */
  int p99(int index) {
    feeds.get(index).showing(false);
    threads.settle();
    var words = feeds.get(index).metrics().details().getOrDefault("dataAge", "");
    return Integer.parseInt(words.replaceAll(".*p99 (\\d+) s.*", "$1"));
  }

  private final class Hearing implements KpiFeed.Listener {
    private final int index;

    Hearing(int index) {
      this.index = index;
    }

    @Override
    public void state(FeedState state) {
      last.set(index, state);
    }

    @Override
    public void token(@Nullable SecretValue token, Duration remaining) {}
  }

  private Response answer(Request request) throws IOException {
    threads.hold(way);
    var path = request.url().encodedPath();
    return switch (path) {
      case "/v2/oauth/token" -> token(request);
      case "/v2/users/me/permissions" -> permissions(request);
      case "/v2/analytics/timezones" -> response(request, "{\"timeZone\":\"Europe/Berlin\"}");
      case "/v2/analytics/query" -> query(request);
      default -> response(request, "{\"entities\":[{\"id\":\"q1\",\"name\":\"Q\"}]}");
    };
  }

  private Response token(Request request) throws IOException {
    var sub = body(request).replaceAll(".*&sub=", "");
    return response(
        request,
        "{\"access_token\":\"%1$s-%2$d\",\"token_type\":\"bearer\",\"expires_in\":36000,\"sub\":\"%1$s\"}"
            .formatted(sub, ++tokens));
  }

  private static Response permissions(Request request) {
    var subject = String.valueOf(request.header("Authorization")).replaceAll("Bearer |-\\d+$", "");
    return response(
        request,
        "{\"userId\":\"%1$s\",\"userName\":\"%1$s\",\"permissions\":[\"analytics:*:view\"]}"
            .formatted(subject));
  }

  private Response query(Request request) throws IOException {
    queries++;
    perSecond.merge((int) Duration.between(START, clock().instant()).toSeconds(), 1, Integer::sum);
    var asked = JsonParser.parseString(body(request)).getAsJsonObject();
    var row = new JsonObject();
    var group = new JsonObject();
    if (asked.has("groupBy")) {
      group.addProperty("queue.id", "q1");
    }
    row.add("group", group);
    var metrics = new JsonObject();
    for (var metric : asked.getAsJsonArray("metrics")) {
      var stats = new JsonObject();
      stats.addProperty("count", queries);
      metrics.add(metric.getAsJsonObject().get("name").getAsString(), stats);
    }
    row.add("metrics", metrics);
    var results = new JsonArray();
    results.add(row);
    var answer = new JsonObject();
    answer.add("results", results);
    return response(request, answer.toString());
  }

  private static String body(Request request) throws IOException {
    var sink = new Buffer();
    var content = request.body();
    if (content != null) {
      content.writeTo(sink);
    }
    return sink.readUtf8();
  }

  private static Response response(Request request, String body) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("")
        .body(ResponseBody.create(body, MediaType.get("application/json")))
        .build();
  }

  @Override
  public Clock clock() {
    return threads.clock();
  }

  @Override
  public long nanoTime() {
    return threads.nanos();
  }

  @Override
  public String environment(String name) {
    return "s3cret";
  }

  @Override
  public @Nullable String setting(String name) {
    return null;
  }

  @Override
  public @Nullable SecretValue desktopToken(Agent of) {
    return null;
  }

  @Override
  public void close() {
    feeds.forEach(KpiFeed::close);
    threads.settle();
  }
}
