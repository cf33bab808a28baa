package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.platform.GuideDialect;
import io.kpiwidget.engine.platform.HttpPlatform;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.widget.Widget;
import io.kpiwidget.engine.widget.WidgetRegistry;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;

/**
 * What the feeds of one configuration share: threads, the door to the platform, the session. It
 * ends with the last of them.
 */
final class Hub {

  private static final Logger log = SafeLog.of(Hub.class);

  private final Setting setting;
  private final Threads threads;
  private final RandomGenerator random;
  private final Sessions sessions;
  private final Ending ending;
  private int feeds;
  private boolean over;

  private Hub(
      Setting setting, KpiFeed.Surroundings surroundings, Threads threads, RandomGenerator random) {
    this.setting = setting;
    this.threads = threads;
    this.random = random;
    this.sessions = new Sessions(new SessionOpener(setting, surroundings, threads, random));
    this.ending = new Ending(List.of(setting.platform()::close, threads::close));
    threads.feed(setting.platform()::forget); // so that its classes are there for the end
  }

  static Hub open(
      WidgetConfig config,
      HttpPlatform platform,
      KpiFeed.Surroundings surroundings,
      Threads threads,
      RandomGenerator random) {
    var setting =
        new Setting(
            config,
            Widget.of(config.widget()),
            new GuideDialect(config.platform().api()),
            platform,
            new Time(surroundings.clock(), surroundings::nanoTime),
            registry(surroundings));
    for (var warning : config.warnings()) {
      log.warn("configuration at {}: {}", warning.pointer(), warning.sentence());
    }
    return new Hub(setting, surroundings, threads, random);
  }

  private static WidgetRegistry registry(KpiFeed.Surroundings surroundings) {
    return surroundings
        .dataDir()
        .map(folder -> WidgetRegistry.in(folder.resolve("widgets"), surroundings.clock()))
        .orElseGet(WidgetRegistry::inMemory);
  }

  /** One more feed; none where {@code config} differs in more than its widget, or all is over. */
  synchronized Optional<KpiFeed> join(WidgetConfig config, KpiFeed.Listener listener) {
    return !over && setting.config().isOfOnePlatform(config)
        ? Optional.of(feed(config, listener))
        : Optional.empty();
  }

  synchronized KpiFeed feed(WidgetConfig config, KpiFeed.Listener listener) {
    threads.widgets(++feeds);
    return new KpiFeed(this, setting.of(config), listener);
  }

  /** One feed less. {@code last} is what it does last, on the feed's thread. */
  synchronized void leave(Runnable last) {
    feeds--;
    threads.feed(last);
    if (feeds == 0) {
      over = true;
      threads.feed(ending);
    }
  }

  Threads threads() {
    return threads;
  }

  RandomGenerator random() {
    return random;
  }

  /** Feed thread. */
  Sessions sessions() {
    return sessions;
  }
}
