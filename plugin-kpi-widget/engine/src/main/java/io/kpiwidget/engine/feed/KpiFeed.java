package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.Freshness;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.HttpPlatform;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.token.TokenEvents;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * One agent's figures in one widget, kept fresh. Every method returns at once and may be called
 * anywhere.
 */
public final class KpiFeed implements AutoCloseable {

  private static final Logger log = SafeLog.of(KpiFeed.class);

  private final Hub hub;
  private final Setting setting;
  private final Threads threads;
  private final FeedLoop loop;
  private final Listener listener;
  private final Ending ending;

  // what was last wanted: states of anybody else are not passed on any more
  private @Nullable Agent wanted;
  private volatile long turn;
  private volatile boolean closed;

  // whose turn it is on the feed's thread
  private long current;

  KpiFeed(Hub hub, Setting setting, Listener listener) {
    this.hub = hub;
    this.setting = setting;
    this.threads = hub.threads();
    this.listener = listener;
    var times = Freshness.Times.of(setting.interval());
    var display = new Display(setting.time(), times, threads, this::pass);
    this.loop = new FeedLoop(setting, this::open, threads, hub.random(), display);
    this.ending = new Ending(List.of(loop::close));
  }

  /** Opens one that shares nothing, as {@link KpiFeeds#open} does. */
  public static KpiFeed open(WidgetConfig config, Surroundings surroundings, Listener listener) {
    return new KpiFeeds().open(config, surroundings, listener);
  }

  /** The same with door, threads and chance of a test's own. */
  static KpiFeed open(
      WidgetConfig config,
      HttpPlatform platform,
      Surroundings surroundings,
      Listener listener,
      Threads threads,
      RandomGenerator random) {
    return Hub.open(config, platform, surroundings, threads, random).feed(config, listener);
  }

  /** The agent at the desktop now; null when nobody is. Another agent drops all of the last. */
  public synchronized void agent(@Nullable Agent agent) {
    if (closed) {
      return;
    }
    var before = wanted;
    wanted = agent;
    if (before != null && agent != null && before.id().equals(agent.id())) {
      if (!before.equals(agent)) {
        threads.feed(() -> loop.changed(agent));
      }
      return;
    }
    turn++;
    long mine = turn;
    threads.feed(() -> signIn(agent, mine));
  }

  /** Whether somebody can see the figures; nothing is asked while nobody can. */
  public void showing(boolean showing) {
    threads.feed(() -> loop.showing(showing));
  }

  /** The agent has ended a conversation: their own figures are asked for a moment later. */
  public void conversationEnded() {
    threads.feed(loop::conversationEnded);
  }

  /** The agent wants newer figures now; obeyed at most once in 5 s. */
  public void refresh() {
    threads.feed(loop::refreshByHand);
  }

  /**
   * The platform's shell says that it has no such widget; whether that is so is asked with the next
   * figures.
   */
  public void widgetForgotten() {
    threads.feed(loop::widgetForgotten);
  }

  /** What was asked so far. */
  public Metrics metrics() {
    var platform = setting.platform();
    var details = new TreeMap<>(loop.describe());
    details.put("heldBackSeconds", Long.toString(platform.heldBack().toSeconds()));
    details.put("receivedBytes", Long.toString(platform.counts().received()));
    details.put("platformCorrelationId", platform.counts().refused());
    details.put("connectionsLost", Long.toString(platform.counts().connectionsLost()));
    details.put("clockSkewSeconds", Long.toString(platform.skew().toSeconds()));
    details.put("warnings", warnings());
    var counts = platform.counts();
    return new Metrics(loop.asked(), counts.requests(), counts.statuses(), details);
  }

  private String warnings() {
    return setting.config().warnings().stream()
        .map(warning -> warning.rule().id() + " at " + warning.pointer())
        .collect(Collectors.joining(", "));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    wanted = null;
    hub.leave(ending);
  }

  private void signIn(@Nullable Agent agent, long mine) {
    current = mine;
    passToken(mine, null, Duration.ZERO);
    loop.signIn(agent);
  }

  // the turn is fixed here: a token that comes late must not pass for the next agent's
  private WidgetSession open(Agent agent) {
    return hub.sessions().open(agent, setting, new TokenNews(current));
  }

  /** What one session's token does to the feed; its refresher calls with its lock held. */
  private final class TokenNews implements TokenEvents {

    private final long mine;

    TokenNews(long mine) {
      this.mine = mine;
    }

    @Override
    public void token(SecretValue token, Duration remaining) {
      if (setting.showsPlatformShell()) {
        passToken(mine, token, remaining); // our own view is given data, so it is given no token
      }
      threads.feed(loop::signInEnded);
    }

    @Override
    public void attempted(Outcome outcome, Duration latency) {
      if (outcome == Outcome.SIGN_IN) {
        threads.feed(loop::signInEnded); // nobody came: the link that is shown leads nowhere now
      }
    }

    @Override
    public void clockJumped(Duration by) {
      log.info("the clock moved by {} s", by.toSeconds());
      threads.feed(loop::clockJumped);
    }
  }

  private void pass(FeedState state) {
    if (!closed && current == turn) {
      quietly(() -> listener.state(state));
    }
  }

  private void passToken(long of, @Nullable SecretValue token, Duration remaining) {
    threads.feed(
        () -> {
          if (!closed && of == turn) {
            quietly(() -> listener.token(token, remaining));
          }
        });
  }

  private static void quietly(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      log.warn("the feed's listener failed", e);
    }
  }

  /** Called on the feed's own thread, in order. */
  public interface Listener {

    void state(FeedState state);

    /**
     * The token for the platform's own shell changed, and is good for {@code remaining}; null when
     * it is gone.
     */
    void token(@Nullable SecretValue token, Duration remaining);
  }

  /** What the engine takes from its desktop. */
  public interface Surroundings {

    /** The wall clock; its zone is the system's, the last resort for the agent's. */
    Clock clock();

    /** Nanoseconds of a clock that nobody can set. */
    default long nanoTime() {
      return System.nanoTime();
    }

    /** Whether the calling thread may be made to wait; the Event Dispatch Thread may not. */
    default boolean mayWait() {
      return true;
    }

    /** An environment variable. */
    @Nullable String environment(String name);

    /** A setting of the desktop. */
    @Nullable String setting(String name);

    /** A folder that outlives the desktop; no secret and nothing of an agent is put there. */
    default Optional<Path> dataDir() {
      return Optional.empty();
    }

    /** The desktop's own access token for {@code agent}, or null. Blocks. */
    @Nullable SecretValue desktopToken(Agent agent) throws Exception;

    /** Shows {@code link} in the agent's usual browser, or throws. Blocks. */
    default void openBrowser(URI link) throws Exception {
      throw new UnsupportedOperationException("no browser");
    }
  }

  /**
   * Counters since the feed was opened.
   *
   * @param asked what is asked of the platform, for whom, and how it fares
   * @param requests by "METHOD route", such as {@code POST /v2/analytics/query}
   * @param statuses by HTTP status; 0 for none
   * @param details more, by name, for diagnostics: token state, gates, skew; no id, no secret
   */
  public record Metrics(
      List<Asked> asked,
      Map<String, Long> requests,
      Map<Integer, Long> statuses,
      Map<String, String> details) {

    public Metrics {
      asked = List.copyOf(asked);
    }
  }
}
