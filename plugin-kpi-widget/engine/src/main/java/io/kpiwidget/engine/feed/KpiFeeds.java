package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.platform.GuideDialect;
import io.kpiwidget.engine.platform.HttpPlatform;
import io.kpiwidget.engine.platform.Time;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Opens the feeds of one desktop, a widget each. Those whose configurations differ in nothing but
 * the widget share one door to the platform, one token and one cache: a question that two of them
 * have is asked once. Any thread.
 */
public final class KpiFeeds {

  private @Nullable Hub last;

  /**
   * Opens a feed with nobody signed in, which nobody can see yet: {@link KpiFeed#agent} and {@link
   * KpiFeed#showing} set it going. {@code surroundings} must be those of the same desktop each
   * time.
   */
  public synchronized KpiFeed open(
      WidgetConfig config, KpiFeed.Surroundings surroundings, KpiFeed.Listener listener) {
    var joined = last == null ? Optional.<KpiFeed>empty() : last.join(config, listener);
    return joined.orElseGet(() -> first(config, surroundings, listener));
  }

  private KpiFeed first(
      WidgetConfig config, KpiFeed.Surroundings surroundings, KpiFeed.Listener listener) {
    var door = door(config, surroundings);
    var hub = Hub.open(config, door, surroundings, new FeedThreads(), new Random());
    last = hub;
    return hub.feed(config, listener);
  }

  static HttpPlatform door(WidgetConfig config, KpiFeed.Surroundings surroundings) {
    var time = new Time(surroundings.clock(), surroundings::nanoTime);
    return new HttpPlatform(time, new GuideDialect(config.platform().api()));
  }
}
