package io.kpiwidget.panel;

import io.kpiwidget.engine.feed.FeedState;
import io.kpiwidget.engine.feed.KpiFeed;
import io.kpiwidget.engine.identity.Agent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A feed that says what a test wants, and remembers what it was told. */
final class FakeFeed implements Feed {

  final KpiFeed.Surroundings around;
  final KpiFeed.Listener listener;
  final List<String> told = new CopyOnWriteArrayList<>();

  FakeFeed(KpiFeed.Surroundings around, KpiFeed.Listener listener) {
    this.around = around;
    this.listener = listener;
  }

  /** From a thread of its own, as the real one does; waits until the panel has shown it. */
  void say(FeedState state) {
    run(() -> listener.state(state));
  }

  static void run(Runnable word) {
    var thread = new Thread(word, "feed");
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    OnEdt.run(() -> {});
  }

  @Override
  public void agent(@Nullable Agent agent) {
    told.add("agent " + (agent == null ? "none" : agent.id()));
  }

  @Override
  public void showing(boolean showing) {
    told.add("showing " + showing);
  }

  @Override
  public void refresh() {
    told.add("refresh");
  }

  @Override
  public void conversationEnded() {
    told.add("conversation ended");
  }

  @Override
  public void widgetForgotten() {
    told.add("widget forgotten");
  }

  @Override
  public KpiFeed.Metrics metrics() {
    return new KpiFeed.Metrics(
        List.of(Samples.asked()),
        Map.of("POST /v2/analytics/query", 3L),
        Map.of(200, 5L),
        Map.of("token", "valid"));
  }

  @Override
  public void close() {
    told.add("close");
  }
}
