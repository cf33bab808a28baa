package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.GuideDialect;
import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.TokenGrant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One agent's refresher on virtual time, with a token server and an API that do as a test says.
 * Background work is done at once; a slow server is one that moves the clock itself.
 */
final class Simulation implements TokenSource, TokenEvents, Platform {

  final ManualTime clock = new ManualTime();

  /** When each request came, in milliseconds of the monotonic hand since the start. */
  final List<Long> requests = new ArrayList<>();

  final List<Reason> reasons = new ArrayList<>();
  final List<String> revoked = new ArrayList<>();
  final List<String> heard = new ArrayList<>();
  final List<Duration> jumps = new ArrayList<>();
  final TokenRefresher tokens;

  Duration life = Duration.ofHours(1);
  Duration latency = Duration.ZERO;
  String subject = "ann";
  String truth = "ann";
  int verified;
  @Nullable PlatformException failure;
  @Nullable PlatformException refusal;
  boolean mayWait = true;

  private final PriorityQueue<Task> timers =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
  private final long start = clock.time().nanos().getAsLong();
  private long order;

  private record Task(long due, long order, Runnable work) {}

  Simulation(long seed) {
    this(seed, Runnable::run);
  }

  Simulation(long seed, Executor background) {
    this(seed, background, null);
  }

  /** The same with another source of tokens than this. */
  Simulation(long seed, Executor background, @Nullable TokenSource source) {
    var check = new SubjectCheck(this, new GuideDialect(URI.create("http://localhost")), "ann");
    tokens =
        new TokenRefresher(
            source == null ? this : source,
            check,
            new TokenRefresher.Setup(
                clock.time(),
                background,
                this::later,
                () -> mayWait,
                new SplittableRandom(seed),
                this));
  }

  /** Time passes; what is due on the way is done. */
  void pass(Duration by) {
    long end = elapsed() + by.toNanos();
    while (!timers.isEmpty() && timers.peek().due() <= end) {
      var task = timers.poll();
      clock.advance(Duration.ofNanos(Math.max(0, task.due() - elapsed())));
      task.work().run();
    }
    clock.advance(Duration.ofNanos(Math.max(0, end - elapsed())));
  }

  void pass(long seconds) {
    pass(Duration.ofSeconds(seconds));
  }

  long elapsed() {
    return clock.time().nanos().getAsLong() - start;
  }

  private Runnable later(Duration delay, Runnable work) {
    var task = new Task(elapsed() + delay.toNanos(), order++, work);
    timers.add(task);
    return () -> timers.remove(task);
  }

  /** What the caller got, or the failure's class. */
  String call() {
    try {
      return tokens.token().reveal();
    } catch (PlatformException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** The token that the caller goes on with after a 401. */
  String tokensAfter401(SecretValue refused) throws PlatformException {
    pass(2);
    return tokens.replace(refused).reveal();
  }

  @Override
  public TokenGrant request(Request request) throws PlatformException {
    requests.add(elapsed() / 1_000_000);
    reasons.add(request.reason());
    var sent = clock.time().now();
    clock.advance(latency);
    if (failure != null) {
      throw failure;
    }
    var token = new SecretValue("t" + requests.size());
    return new TokenGrant(token, life, Optional.empty(), Optional.of(subject), sent);
  }

  @Override
  public void revoke(SecretValue token) {
    revoked.add(token.reveal());
  }

  @Override
  public void token(SecretValue token, Duration remaining) {
    heard.add(token.reveal());
  }

  @Override
  public void clockJumped(Duration by) {
    jumps.add(by);
  }

  /** The API, which is asked whose a token is. */
  @Override
  public HttpAnswer exchange(HttpCall call) throws PlatformException {
    verified++;
    if (refusal != null) {
      throw refusal;
    }
    var body = "{\"userId\":\"" + truth + "\",\"permissions\":[]}";
    return new HttpAnswer(200, Map.of(), body, clock.time().now(), clock.instant());
  }

  @Override
  public Instant now() {
    return clock.instant();
  }
}
