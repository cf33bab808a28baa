package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.platform.GuideDialect;
import io.kpiwidget.engine.platform.HttpPlatform;
import io.kpiwidget.engine.platform.Pauses;
import io.kpiwidget.engine.platform.Time;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
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
    var random = new Random();
    var door = door(config, surroundings, random);
    var hub = Hub.open(config, door, surroundings, new FeedThreads(), random);
    last = hub;
    return hub.feed(config, listener);
  }

  static HttpPlatform door(
      WidgetConfig config, KpiFeed.Surroundings surroundings, RandomGenerator random) {
    var time = new Time(surroundings.clock(), surroundings::nanoTime);
    var dialect = new GuideDialect(config.platform().api());
    return new HttpPlatform(time, dialect, pauses(surroundings), random);
  }

  private static Pauses pauses(KpiFeed.Surroundings surroundings) {
    return surroundings
        .dataDir()
        .map(folder -> Pauses.in(folder.resolve("pauses"), surroundings.clock()))
        .orElseGet(Pauses::none);
  }
}
