package io.kpiwidget.engine.platform;

import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The one door out. It follows no redirect (a token must not travel to another host), reads no more
 * than a call's limit, and stays shut for everybody while the platform wants to be left alone.
 */
public final class HttpPlatform implements Platform, AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(15);

  /** What a platform finds a refused call by in its own logs (Genesys Cloud). */
  private static final String CORRELATION = "inin-correlation-id";

  private static final int PROXY_REFUSES = 407; // RFC 9110 §15.5.8

  private final OkHttpClient tokens;
  private volatile OkHttpClient client;
  private final Time time;
  private final PlatformDialect dialect;
  private final Gates gates;
  private final Circuit circuit;
  private final ServerTime serverTime;
  private final CallCounts counts = new CallCounts();
  private volatile boolean closed;

  public HttpPlatform(Time time, PlatformDialect dialect, Pauses pauses, RandomGenerator random) {
    this(time, dialect, pauses, random, UnaryOperator.identity());
  }

  /** The same for a test's servers, whose certificates nobody else trusts. */
  HttpPlatform(
      Time time,
      PlatformDialect dialect,
      Pauses pauses,
      RandomGenerator random,
      UnaryOperator<OkHttpClient.Builder> certificates) {
    var builder =
        new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .callTimeout(CALL)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(true)
            .addInterceptor(this::refuseClosed)
            .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    this.client = certificates.apply(builder).build();
    this.tokens = keepingNothing(client);
    this.time = time;
    this.dialect = dialect;
    this.gates = new Gates(time.nanos(), dialect.tenant(), pauses, random);
    this.circuit = new Circuit(time.nanos(), random);
    this.serverTime = new ServerTime(time.clock());
  }

  // Secrets travel here, and a kept connection would keep them: OkHttp's HTTP/2 has a table of
  // header values.
  private static OkHttpClient keepingNothing(OkHttpClient like) {
    return like.newBuilder()
        .dispatcher(new Dispatcher(like.dispatcher().executorService()))
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
        .build();
  }

  @Override
  public HttpAnswer exchange(HttpCall call) throws PlatformException {
    var answer =
        gates.of(call).through(() -> pausing(call, sendThrough(call)), status -> status != 429);
    counts.answered(answer.status());
    if (answer.isSuccess() || (answer.isNotModified() && call.isConditional())) {
      return answer;
    }
    throw refused(call, answer);
  }

  // a token endpoint's failures are its refresher's, who knows how long the present token serves
  private HttpAnswer sendThrough(HttpCall call) throws PlatformException {
    if (call.kind() == HttpCall.Kind.TOKEN) {
      return send(call);
    }
    var agents = client; // who leaves cancels what is under way
    return circuit.through(() -> send(call), () -> client == agents);
  }

  // before the next in line may go
  private HttpAnswer pausing(HttpCall call, HttpAnswer answer) {
    var wait = RetryAfter.of(answer, answer.at());
    if (answer.status() == 429) {
      gates.close(call, wait.orElse(RetryAfter.UNSAID));
    } else if (answer.status() >= 500) {
      wait.ifPresent(told -> gates.close(call, told));
    }
    return answer;
  }

  private PlatformException refused(HttpCall call, HttpAnswer answer) {
    answer.header(CORRELATION).ifPresent(counts::refused);
    if (answer.status() == 429) {
      return new RateLimited(gates.of(call).remaining());
    }
    if (answer.status() >= 500) {
      var wait = RetryAfter.of(answer, answer.at());
      return Unreachable.by(Obstacle.FAULT, call + ": " + answer.status(), wait);
    }
    if (answer.status() == PROXY_REFUSES) {
      return Unreachable.by(Obstacle.PROXY, call + ": " + answer.status());
    }
    if (answer.isRedirect()) {
      // where to is the redirecting server's word: a log or an agent has no use for it
      return new PlatformException.BadAnswer(call + ": redirected");
    }
    return call.kind() == HttpCall.Kind.TOKEN
        ? TokenAnswer.failure(call, answer)
        : dialect.failure(call, answer);
  }

  private HttpAnswer send(HttpCall call) throws PlatformException {
    counts.sent(call);
    var through = call.kind() == HttpCall.Kind.TOKEN ? tokens : client;
    try {
      return send(call, through);
    } finally {
      if (through != client) {
        through.connectionPool().evictAll(); // nothing was kept, or its agent has left meanwhile
      }
      Leftovers.clear();
    }
  }

  private HttpAnswer send(HttpCall call, OkHttpClient through) throws PlatformException {
    var sent = time.now();
    try (var response = through.newCall(request(call)).execute()) {
      learn(call, response, sent);
      return new HttpAnswer(
          response.code(), headers(response), body(call, response), sent, serverTime.now());
    } catch (PlatformException e) {
      counts.answered(0);
      throw e;
    } catch (IOException e) {
      counts.answered(0);
      throw Unreachable.by(Obstacle.of(e), call + ": " + e.getClass().getSimpleName());
    }
  }

  // After close has cancelled what runs: a call that starts later would outlive us by its timeout.
  private Response refuseClosed(Interceptor.Chain chain) throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    return chain.proceed(chain.request());
  }

  // figures come from the API: another server's clock says nothing about them
  private void learn(HttpCall call, Response response, Time.Moment sent) {
    // and an answer out of a cache on the way has the date of another day
    if (call.kind() != HttpCall.Kind.API || response.header("Age") != null) {
      return;
    }
    var date = response.header("Date", "");
    RetryAfter.date(date)
        .ifPresent(at -> serverTime.learn(at, sent.wall(), time.clock().instant()));
  }

  private static Request request(HttpCall call) {
    var request = new Request.Builder().url(call.uri().toString());
    call.headers().forEach(request::header);
    return request.method(call.method(), content(call)).build();
  }

  @SuppressWarnings("NullAway") // OkHttp takes null for "no body"
  private static RequestBody content(HttpCall call) {
    boolean once = call.kind() == HttpCall.Kind.TOKEN;
    return call.content().map(content -> body(content, once)).orElse(null);
  }

  // A code or a refresh token that comes twice is theft to the server, which then ends the agent's
  // session: OkHttp must not send it again by itself after a lost connection (RFC 9700 §4.14.2).
  private static RequestBody body(HttpCall.Content content, boolean once) {
    var bytes = content.text().getBytes(StandardCharsets.UTF_8);
    var type = MediaType.get(content.type());
    return once ? new OneShot(bytes, type) : RequestBody.create(bytes, type);
  }

  private static Map<String, String> headers(Response response) {
    var headers = new LinkedHashMap<String, String>();
    for (var pair : response.headers()) {
      var name = pair.getFirst().toLowerCase(Locale.ROOT);
      headers.merge(name, pair.getSecond(), (first, next) -> first + ", " + next);
    }
    return headers;
  }

  // A 304 may legally carry the length of the body it does not have; reading it would wait for
  // bytes that never come.
  private String body(HttpCall call, Response response) throws IOException {
    int status = response.code();
    if (status == 304 || status == 412 || status == 204) {
      if (response.body().contentLength() > 0) {
        counts.connectionLost();
      }
      return "";
    }
    var source = response.body().source();
    if (source.request(call.kind().limit() + 1L)) {
      throw new PlatformException.BadAnswer(call + ": longer than " + call.kind().limit());
    }
    counts.received(source.getBuffer().size());
    return source.getBuffer().readUtf8();
  }

  @Override
  public Instant now() {
    return serverTime.now();
  }

  public CallCounts counts() {
    return counts;
  }

  /** How long every call is held back; zero when none is. */
  public Duration heldBack() {
    var limited = gates.remaining();
    var down = circuit.remaining();
    return limited.compareTo(down) > 0 ? limited : down;
  }

  /** A person asks: a server that failed is tried once more, but not inside its Retry-After. */
  public void retryNow() {
    circuit.retryNow();
  }

  /** How far the platform's clock is ahead of ours. */
  public Duration skew() {
    return serverTime.skew();
  }

  /**
   * Gives up what is under way for an agent and goes on with other connections: OkHttp keeps the
   * Authorization value of an HTTP/2 connection in its header table. A connection that is in use is
   * closed with its call. Any thread; the door stays usable.
   */
  public void forget() {
    var last = client;
    client = last.newBuilder().connectionPool(new ConnectionPool()).build();
    last.dispatcher().cancelAll();
    last.connectionPool().evictAll();
  }

  @Override
  public void close() {
    closed = true;
    forget();
    tokens.dispatcher().cancelAll();
    tokens.dispatcher().executorService().shutdown();
  }
}
