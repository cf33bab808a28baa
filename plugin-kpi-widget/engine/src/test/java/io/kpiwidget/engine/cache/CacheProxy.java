package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.cache.AnswerCache.Question;
import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/**
 * A reverse proxy with {@link AnswerCache} in the middle, so that the public test suite for HTTP
 * caches can judge it. It behaves as a private cache that honours the platform and guesses nothing:
 *
 * <pre>
 * npm install http-cache-tests &amp;&amp; cd node_modules/http-cache-tests
 * export npm_config_protocol=http npm_config_port=8000 npm_config_pidfile=server.pid
 * node server/server.mjs &amp;
 * java -cp … io.kpiwidget.engine.cache.CacheProxy --listen 9000 --origin http://localhost:8000
 * npm_config_base=http://localhost:9000 npm_package_config_id= node --no-warnings cli.mjs
 * </pre>
 *
 * <p>With {@code --post} each GET is a POST with a small JSON body behind the proxy: the suite's
 * server does not care, and so the same tests judge a cache of queries. Not ours: what is only for
 * shared caches, heuristics, parts, HEAD and CDN-Cache-Control. The published package (0.4.5) takes
 * a faulty {@code Age} for a great one (9 tests), a 504 for an answer from the cache (2), and asks
 * for certain fields after a 304 (3); by RFC 9111 and the suite's newer text ours are right, or a
 * matter of taste. What is left: it wants a POST to answer a GET, a language to be chosen by its
 * weight, and a 304 where the answer is newer than the client's date.
 */
final class CacheProxy extends Dispatcher {

  private static final Terms HONOURED =
      new Terms(Policy.HONOUR, new Freshness.Times(Duration.ZERO, Duration.ZERO, Duration.ZERO));

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** A part of an answer is none, and 599 stands for what nobody understands. */
  private static final Storable ANY =
      new Storable(
          status -> status >= 200 && status != 206 && status != 304, status -> status != 599);

  private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-modified-since");

  private final Time time = new Time(Clock.systemUTC(), System::nanoTime);
  private final ProxyOrigin upstream = new ProxyOrigin(time);
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final URI origin;
  private final boolean post;
  private final AnswerCache cache;

  CacheProxy(URI origin, boolean post) {
    this.origin = origin;
    this.post = post;
    var threads = Executors.newCachedThreadPool();
    this.cache = new AnswerCache(time, upstream, threads, new Random(), ANY);
  }

  public static void main(String[] arguments) throws IOException {
    var given = List.of(arguments);
    var origin = URI.create(after(given, "--origin", "http://localhost:8000"));
    var server = new MockWebServer();
    server.setDispatcher(new CacheProxy(origin, given.contains("--post")));
    server.start(InetAddress.getLoopbackAddress(), Integer.parseInt(after(given, "--listen", "0")));
    System.out.println(server.getPort());
  }

  private static String after(List<String> given, String option, String otherwise) {
    int at = given.indexOf(option);
    return at < 0 ? otherwise : given.get(at + 1);
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    try {
      boolean cached = request.getMethod().equals("GET") && !isPartial(request);
      return cached ? cached(request) : passed(request);
    } catch (PlatformException e) {
      return new MockResponse.Builder().code(504).body("").build();
    }
  }

  private static boolean isPartial(RecordedRequest request) {
    return request.getHeaders().get("Range") != null;
  }

  private MockResponse cached(RecordedRequest request) throws PlatformException {
    var call = call(request);
    var demand = Demand.of(String.join(",", request.getHeaders().values("Cache-Control")));
    var question = new Question(key(call.uri()), call, this::keepBody, HONOURED, demand);
    var answer = cache.ask(question);
    var fields = new HashMap<>(answer.head().headers());
    if (answer.isFromCache()) {
      fields.put("age", Long.toString(answer.age(time).toSeconds()));
    }
    fields.merge("cache-status", answer.cacheStatus(time), (theirs, ours) -> theirs + ", " + ours);
    boolean unchanged = answer.head().status() == 200 && isUnchanged(request, answer.head());
    var body = bodies.getOrDefault(answer.digest(), "");
    return unchanged ? reply(304, fields, "") : reply(answer.head().status(), fields, body);
  }

  private List<Row> keepBody(HttpAnswer answer) {
    bodies.put(Fetch.digest(answer.body()), answer.body());
    return List.of();
  }

  // a client's own condition is weighed here: the cache asks with those of what it keeps
  private static boolean isUnchanged(RecordedRequest request, HttpAnswer head) {
    var tags = request.getHeaders().get("If-None-Match");
    if (tags != null) {
      return head.header("ETag").map(tag -> ETags.isNamed(tag, tags)).orElse(false);
    }
    var since = Optional.ofNullable(request.getHeaders().get("If-Modified-Since"));
    var modified = head.header("Last-Modified").or(() -> head.header("Date"));
    var date = since.flatMap(HttpDate::parse);
    return date.isPresent()
        && modified.flatMap(HttpDate::parse).filter(m -> !m.isAfter(date.get())).isPresent();
  }

  private MockResponse passed(RecordedRequest request) throws PlatformException {
    var answer = upstream.exchange(untouched(request));
    if (!SAFE.contains(request.getMethod()) && answer.status() >= 200 && answer.status() < 400) {
      invalidate(answer, uri(request));
    }
    return reply(answer.status(), Headers.kept(answer.headers()), answer.body());
  }

  // RFC 9111 §4.4: the address itself, and those of the same origin that the answer names
  private void invalidate(HttpAnswer answer, URI uri) throws PlatformException {
    cache.invalidate(key(uri));
    for (var name : List.of("Location", "Content-Location")) {
      var named = answer.header(name).map(uri::resolve);
      if (named.isPresent() && named.get().getAuthority().equals(uri.getAuthority())) {
        cache.invalidate(key(named.get()));
      }
    }
  }

  private HttpCall call(RecordedRequest request) {
    var fields = fields(request);
    fields.keySet().removeAll(CONDITIONS);
    var body =
        Optional.of(
            new HttpCall.Content("application/json", "{\"q\":\"" + request.getTarget() + "\"}"));
    return new HttpCall(
        HttpCall.Kind.API,
        post ? "POST" : "GET",
        "/",
        uri(request),
        fields,
        post ? body : Optional.empty());
  }

  private HttpCall untouched(RecordedRequest request) {
    var body = request.getBody();
    var type = Optional.ofNullable(request.getHeaders().get("Content-Type")).orElse("text/plain");
    var content =
        body == null || body.size() == 0
            ? Optional.<HttpCall.Content>empty()
            : Optional.of(new HttpCall.Content(type, body.string(StandardCharsets.ISO_8859_1)));
    return new HttpCall(
        HttpCall.Kind.API, request.getMethod(), "/", uri(request), fields(request), content);
  }

  private static Map<String, String> fields(RecordedRequest request) {
    var fields = new HashMap<String, String>();
    for (var field : request.getHeaders()) {
      fields.merge(
          field.getFirst().toLowerCase(Locale.ROOT), field.getSecond(), (a, b) -> a + ", " + b);
    }
    fields.keySet().removeAll(Set.of("host", "content-length", "accept-encoding"));
    fields.put("accept-encoding", "identity");
    return Headers.kept(fields);
  }

  private URI uri(RecordedRequest request) {
    return origin.resolve(request.getTarget());
  }

  // a subject for each address: the suite has more of them at a time than an agent has questions
  private QueryKey key(URI uri) throws PlatformException {
    var call = new HttpCall(HttpCall.Kind.API, "GET", "/", uri, Map.of(), Optional.empty());
    return QueryKey.of("origin", uri.getPath(), "", call);
  }

  private static MockResponse reply(int status, Map<String, String> fields, String body) {
    var content = new Buffer().writeString(body, StandardCharsets.ISO_8859_1);
    var headers = new okhttp3.Headers.Builder();
    fields.forEach(headers::addUnsafeNonAscii); // RFC 9110 §5.5: bytes are allowed, if opaque
    if (status == 204 || status == 304) {
      headers.removeAll("content-length");
    } else {
      headers.set("content-length", Long.toString(content.size()));
    }
    return new MockResponse.Builder().code(status).body(content).headers(headers.build()).build();
  }
}
