package io.kpiwidget.panel;

import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.feed.KpiFeed;
import io.kpiwidget.engine.feed.KpiFeeds;
import io.kpiwidget.engine.identity.Agent;
import org.jspecify.annotations.Nullable;

/** What the panel needs of a {@link KpiFeed}; a seam for tests. */
interface Feed extends AutoCloseable {

  void agent(@Nullable Agent agent);

  void showing(boolean showing);

  void refresh();

  void conversationEnded();

  void widgetForgotten();

  KpiFeed.Metrics metrics();

  @Override
  void close();

  /** Opens feeds. */
  interface Opener {
    Feed open(WidgetConfig config, KpiFeed.Surroundings around, KpiFeed.Listener listener);
  }

  /** The engine's own, which share what they can. */
  static Opener engine() {
    var feeds = new KpiFeeds();
    return (config, around, listener) -> new EngineFeed(feeds.open(config, around, listener));
  }

  /** Passes everything on. */
  record EngineFeed(KpiFeed feed) implements Feed {

    @Override
    public void agent(@Nullable Agent agent) {
      feed.agent(agent);
    }

    @Override
    public void showing(boolean showing) {
      feed.showing(showing);
    }

    @Override
    public void refresh() {
      feed.refresh();
    }

    @Override
    public void conversationEnded() {
      feed.conversationEnded();
    }

    @Override
    public void widgetForgotten() {
      feed.widgetForgotten();
    }

    @Override
    public KpiFeed.Metrics metrics() {
      return feed.metrics();
    }

    @Override
    public void close() {
      feed.close();
    }
  }
}
