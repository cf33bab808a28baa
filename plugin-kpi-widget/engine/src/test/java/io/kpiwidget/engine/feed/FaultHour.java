package io.kpiwidget.engine.feed;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.engine.config.ConfigException;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.InProcess;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.widget.KpiValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * An hour in which everything goes wrong at random, on a virtual clock: what the feed must not do
 * is noted while it runs. Every figure tells whose it is and when the platform made it.
 */
final class FaultHour implements KpiFeed.Listener, KpiFeed.Surroundings {

  private static final int INTERVAL = 30;

  private static final int LONGEST_PAUSE = 200;

  /**
   * The longest pause the platform asks for and a fifth of it, a little more, our own longest, and
   * a round.
   */
  static final Duration BOUND =
      Duration.ofSeconds(LONGEST_PAUSE + LONGEST_PAUSE / 5 + 5 + 60 + INTERVAL);

  private static final URI API = URI.create("http://127.0.0.1:9");

  /**
   * Refused here, or by the token endpoint, an agent waits for somebody to mend the client's
   * scopes: that is latched, and tried four times an hour.
   */
  private static final String RIGHTS = "/v2/users/me/permissions";

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  /** The guide's buffer: until then figures count as current. */
  private static final int CURRENT = INTERVAL + 10;

  private static final int EXPIRY = 300;

  /** How often the platform's figures change. */
  private static final int CHANGE = 45;

  private static final int FACTOR = 1_000_000;
  private static final List<String> AGENTS = List.of("ann", "bob", "eve");

  private final Random random;
  private final VirtualThreads threads = new VirtualThreads(NOON);
  private final KpiFeed feed;
  private final List<String> broken = new ArrayList<>();
  private Fault fault = Fault.NONE;
  private long faultEnds;
  private long apiClosedUntil;
  private long tokenClosedUntil;
  private Duration skew = Duration.ZERO;
  private @Nullable String agent;
  private @Nullable FeedState last;
  private int tokens;
  private int requests;
  private boolean over;

  /** What may be wrong for a while. */
  private enum Fault {
    NONE,
    UNAUTHORIZED,
    FORBIDDEN,
    TOO_MANY,
    BROKEN,
    RESET,
    SLOW,
    GARBAGE,
    SKEWED
  }

  /**
   * What came of an hour.
   *
   * @param broken what must not have happened
   * @param recovery how long it took to fresh figures after the last fault
   */
  record Outcome(List<String> broken, Duration recovery, int requests) {}

  /** Runs as many hours as the argument says: one JSON object, and 1 when anything went wrong. */
  public static void main(String[] arguments) throws IOException {
    int seeds = Integer.parseInt(arguments[0]);
    var all = new JsonObject();
    var broken = new JsonArray();
    var longest = Duration.ZERO;
    long requests = 0;
    for (long seed = 0; seed < seeds; seed++) {
      var outcome = run(seed);
      for (var each : outcome.broken()) {
        broken.add("seed " + seed + ": " + each);
      }
      if (outcome.recovery().compareTo(BOUND) > 0) {
        broken.add("seed " + seed + ": fresh figures after " + outcome.recovery());
      }
      longest = outcome.recovery().compareTo(longest) > 0 ? outcome.recovery() : longest;
      requests += outcome.requests();
    }
    all.addProperty("seeds", seeds);
    all.addProperty("requests", requests);
    all.addProperty("longestRecoverySeconds", longest.toSeconds());
    all.addProperty("boundSeconds", BOUND.toSeconds());
    all.add("broken", broken);
    System.out.println(all);
    System.exit(broken.isEmpty() && longest.compareTo(BOUND) <= 0 ? 0 : 1);
  }

  static Outcome run(long seed) throws IOException {
    return new FaultHour(seed).run();
  }

  private FaultHour(long seed) throws IOException {
    random = new Random(seed);
    var time = new Time(clock(), this::nanoTime);
    feed =
        KpiFeed.open(
            config(),
            InProcess.platform(time, API, new Random(seed), this::answer),
            this,
            this,
            threads,
            new Random(seed));
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
           "widget": {"refreshInterval": %2$d,
                      "metrics": [{"kpi": "waiting"}, {"kpi": "handled"}, {"kpi": "offered"}]}}
          """
              .formatted(API, INTERVAL));
      return WidgetConfig.load(file);
    } catch (ConfigException e) {
      throw new AssertionError(e);
    } finally {
      Files.delete(file);
    }
  }

  private Outcome run() {
    sit(AGENTS.get(0));
    feed.showing(true);
    long end = threads.nanos() + HOUR.toNanos();
    while (threads.nanos() < end) {
      threads.advance(Duration.ofMillis(200 + random.nextInt(4000)));
      look();
      act();
    }
    over = true;
    skew = Duration.ZERO; // which is told beside the figures as long as it lasts
    sit(AGENTS.get(1));
    feed.showing(true);
    return new Outcome(broken, recovery(), requests);
  }

  private Duration recovery() {
    long since = threads.nanos();
    for (int second = 0; second < 900; second++) {
      if (last instanceof FeedState.Live live
          && live.age() == FeedState.Age.FRESH
          && live.trouble().isEmpty()
          && live.snapshot().kpis().stream().allMatch(k -> k.value() instanceof KpiValue.Number)) {
        break;
      }
      threads.advance(Duration.ofSeconds(1));
      look();
    }
    var took = Duration.ofNanos(threads.nanos() - since);
    feed.close();
    threads.settle();
    return took;
  }

  // what people do, and what comes over the platform
  private void act() {
    if (random.nextInt(120) == 0) {
      sit(random.nextInt(5) == 0 ? null : AGENTS.get(random.nextInt(AGENTS.size())));
    }
    if (random.nextInt(60) == 0) {
      feed.showing(random.nextInt(4) > 0);
    }
    if (random.nextInt(25) == 0) {
      feed.refresh();
    }
    if (fault == Fault.NONE ? random.nextInt(20) == 0 : threads.nanos() > faultEnds) {
      fault = fault == Fault.NONE ? Fault.values()[1 + random.nextInt(8)] : Fault.NONE;
      faultEnds = threads.nanos() + Duration.ofSeconds(5 + random.nextInt(240)).toNanos();
      skew = fault == Fault.SKEWED ? Duration.ofSeconds(random.nextInt(1200) - 600) : Duration.ZERO;
    }
  }

  private void sit(@Nullable String next) {
    agent = next;
    feed.agent(
        next == null ? null : new Agent(next, "", List.of(), Locale.ENGLISH, Optional.empty()));
  }

  // ---- the platform

  private Response answer(Request request) throws IOException {
    requests++;
    var path = request.url().encodedPath();
    boolean token = path.equals("/v2/oauth/token");
    if (threads.nanos() < (token ? tokenClosedUntil : apiClosedUntil)) {
      broken.add("asked " + path + " inside Retry-After");
    }
    // not every call meets the fault: half of them make it worse to get right
    return over || random.nextBoolean() ? sound(request, path) : faulty(request, path, token);
  }

  private Response faulty(Request request, String path, boolean token) throws IOException {
    return switch (fault) {
      case NONE, SKEWED -> sound(request, path);
      case UNAUTHORIZED -> token ? sound(request, path) : expired(request);
      case FORBIDDEN -> token || path.equals(RIGHTS) ? sound(request, path) : forbidden(request);
      case TOO_MANY -> pausing(request, 429, token);
      case BROKEN -> broken(request, token);
      case RESET -> throw new IOException("connection reset");
      case GARBAGE -> response(request, 200, "<html>Log in</html>").build();
      case SLOW -> {
        meanwhile();
        yield sound(request, path);
      }
    };
  }

  private Response expired(Request request) {
    return response(request, 401, "{\"code\":\"credentials.expired\"}").build();
  }

  private Response forbidden(Request request) {
    return response(request, 403, "{\"permission\":\"analytics:userAggregate:view\"}").build();
  }

  private Response broken(Request request, boolean token) {
    return random.nextInt(4) == 0
        ? pausing(request, 503, token)
        : response(request, 500 + random.nextInt(5), "").build();
  }

  private Response pausing(Request request, int status, boolean token) {
    int seconds = 1 + random.nextInt(LONGEST_PAUSE);
    long until = threads.nanos() + Duration.ofSeconds(seconds).toNanos();
    if (token) {
      tokenClosedUntil = Math.max(tokenClosedUntil, until);
    } else {
      apiClosedUntil = Math.max(apiClosedUntil, until);
    }
    return response(request, status, "").header("Retry-After", Integer.toString(seconds)).build();
  }

  // somebody else sits down while an answer is on its way
  private void meanwhile() {
    if (random.nextInt(3) == 0) {
      sit(AGENTS.get(random.nextInt(AGENTS.size())));
    }
  }

  private Response sound(Request request, String path) {
    return switch (path) {
      case "/v2/oauth/token" -> token(request);
      case RIGHTS -> permissions(request);
      case "/v2/analytics/timezones" ->
          response(request, 200, "{\"timeZone\":\"Europe/Berlin\"}").build();
      case "/v2/analytics/query" -> query(request);
      default -> response(request, 200, "{\"entities\":[{\"id\":\"q1\",\"name\":\"Q\"}]}").build();
    };
  }

  private Response token(Request request) {
    var sub = body(request).replaceAll(".*&sub=", "");
    tokens++;
    return response(
            request,
            200,
            "{\"access_token\":\"%1$s-%2$d\",\"token_type\":\"bearer\",\"expires_in\":900,\"sub\":\"%1$s\"}"
                .formatted(sub, tokens))
        .build();
  }

  private static String subject(Request request) {
    return String.valueOf(request.header("Authorization"))
        .replace("Bearer ", "")
        .replaceAll("-\\d+$", "");
  }

  private Response permissions(Request request) {
    return response(
            request,
            200,
            "{\"userId\":\"%1$s\",\"userName\":\"%1$s\",\"permissions\":[\"analytics:*:view\"]}"
                .formatted(subject(request)))
        .build();
  }

  private Response query(Request request) {
    var row = new JsonObject();
    var group = new JsonObject();
    var asked = JsonParser.parseString(body(request)).getAsJsonObject();
    if (asked.has("groupBy")) {
      group.addProperty("queue.id", "q1");
    }
    row.add("group", group);
    var metrics = new JsonObject();
    for (var metric : asked.getAsJsonArray("metrics")) {
      var stats = new JsonObject();
      stats.addProperty("count", figure(subject(request)));
      metrics.add(metric.getAsJsonObject().get("name").getAsString(), stats);
    }
    row.add("metrics", metrics);
    var results = new JsonArray();
    results.add(row);
    var answer = new JsonObject();
    answer.add("results", results);
    var etag = "\"" + Integer.toHexString(answer.toString().hashCode()) + "\"";
    boolean same = etag.equals(request.header("If-None-Match"));
    return response(request, same ? 304 : 200, same ? "" : answer.toString())
        .header("ETag", etag)
        .build();
  }

  /** Whose it is, and which of the platform's figures. */
  private long figure(String subject) {
    return (long) AGENTS.indexOf(subject) * FACTOR + seconds() / CHANGE;
  }

  private long seconds() {
    return threads.nanos() / 1_000_000_000L;
  }

  private static String body(Request request) {
    var sink = new Buffer();
    try {
      var content = request.body();
      if (content != null) {
        content.writeTo(sink);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return sink.readUtf8();
  }

  private Response.Builder response(Request request, int status, String body) {
    var date = threads.clock().instant().plus(skew).atOffset(ZoneOffset.UTC);
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date))
        .body(ResponseBody.create(body, MediaType.get("application/json")));
  }

  // ---- what is seen

  @Override
  public void state(FeedState state) {
    last = state;
    look();
  }

  private void look() {
    if (!(last instanceof FeedState.Live live)) {
      return;
    }
    for (var kpi : live.snapshot().kpis()) {
      if (kpi.value() instanceof KpiValue.Number number) {
        check(kpi.id(), (long) number.value(), live.age());
      }
    }
  }

  private void check(String kpi, long figure, FeedState.Age age) {
    if (agent == null || figure / FACTOR != AGENTS.indexOf(agent)) {
      broken.add(kpi + " of another agent: " + figure + " for " + agent);
    }
    // when the platform's figure was last the newest one
    long ended = (figure % FACTOR + 1) * CHANGE;
    long behind = seconds() - ended;
    if (age == FeedState.Age.FRESH && behind > CURRENT) {
      broken.add(kpi + " shown as fresh, " + behind + " s behind");
    }
    if (age != FeedState.Age.EXPIRED && behind > EXPIRY) {
      broken.add(kpi + " shown as current, " + behind + " s behind");
    }
  }

  @Override
  public void token(@Nullable SecretValue token, Duration remaining) {}

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
}
