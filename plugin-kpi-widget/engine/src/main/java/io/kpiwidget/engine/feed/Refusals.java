package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.widget.Access.Refused;
import io.kpiwidget.engine.widget.Culprit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the platform said no to in this session: it is not asked for again, and the rest goes on.
 * Any thread: all widgets of a session share it.
 */
final class Refusals {

  private final Set<String> permissions = new HashSet<>();
  private final Set<String> queues = new HashSet<>();
  private final Set<String> kpis = new HashSet<>();
  private final Consumer<String> closedQueue;

  /** {@code closedQueue} hears of each queue that turned out to be closed. */
  Refusals(Consumer<String> closedQueue) {
    this.closedQueue = closedQueue;
  }

  synchronized Refused now() {
    return new Refused(permissions, queues, kpis);
  }

  /** What was refused may be allowed by now. */
  synchronized void clear() {
    permissions.clear();
    queues.clear();
    kpis.clear();
  }

  /** Whether that is news to who asked knowing {@code before}: another widget may have told. */
  synchronized boolean permission(String permission, Refused before) {
    permissions.add(permission);
    return !before.permissions().contains(permission);
  }

  /**
   * Whether {@code refused} names one thing, not known {@code before} the question, that can be
   * left out next time.
   */
  synchronized boolean learn(
      NotUnderstood refused, Filter filter, List<String> asked, Refused before) {
    return Culprit.of(refused.pointer(), filter, asked)
        .filter(culprit -> add(culprit, before))
        .isPresent();
  }

  private boolean add(Culprit culprit, Refused before) {
    if (culprit instanceof Culprit.ClosedQueue queue) {
      if (queues.add(queue.id())) {
        closedQueue.accept(queue.id());
      }
      return !before.queues().contains(queue.id());
    }
    var kpi = ((Culprit.UnknownKpi) culprit).id();
    kpis.add(kpi);
    return !before.kpis().contains(kpi);
  }
}
