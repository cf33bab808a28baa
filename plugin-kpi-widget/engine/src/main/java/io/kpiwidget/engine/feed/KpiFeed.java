package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.SecretValue;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One agent's figures, kept fresh. Every method returns at once and may be called anywhere. */
public final class KpiFeed implements AutoCloseable {

  private KpiFeed() {}

  /** Opens a feed with nobody signed in. */
  public static KpiFeed open(WidgetConfig config, Surroundings surroundings, Listener listener) {
    throw new UnsupportedOperationException();
  }

  /** The agent at the desktop now; null when nobody is. Another agent drops all of the last. */
  public void agent(@Nullable Agent agent) {
    throw new UnsupportedOperationException();
  }

  /** Whether somebody can see the figures; nothing is asked while nobody can. */
  public void showing(boolean showing) {
    throw new UnsupportedOperationException();
  }

  /** The agent wants newer figures now; obeyed at most once in 5 s. */
  public void refresh() {
    throw new UnsupportedOperationException();
  }

  /** What was asked so far. */
  public Metrics metrics() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  /** Called on the feed's own thread, in order. */
  public interface Listener {

    void state(FeedState state);

    /** The token for the platform's own shell changed; null when it is gone. */
    void token(@Nullable SecretValue token);
  }

  /** What the engine takes from its desktop. */
  public interface Surroundings {

    Clock clock();

    /** An environment variable. */
    @Nullable String environment(String name);

    /** A setting of the desktop. */
    @Nullable String setting(String name);

    /** The desktop's own access token for {@code agent}, or null. Blocks. */
    @Nullable SecretValue desktopToken(Agent agent) throws Exception;
  }

  /**
   * Counters since the feed was opened.
   *
   * @param requests by "METHOD route", such as {@code POST /v2/analytics/query}
   * @param statuses by HTTP status; 0 for none
   * @param details more, by name, for diagnostics: token state, last success, gates
   */
  public record Metrics(
      Map<String, Long> requests, Map<Integer, Long> statuses, Map<String, String> details) {}
}
