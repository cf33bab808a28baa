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
 * One thread at a time.
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

  Refused now() {
    return new Refused(permissions, queues, kpis);
  }

  /** What was refused may be allowed by now. */
  void clear() {
    permissions.clear();
    queues.clear();
    kpis.clear();
  }

  /** Whether that is news. */
  boolean permission(String permission) {
    return permissions.add(permission);
  }

  /** Whether {@code refused} names one thing, not known yet, that can be left out next time. */
  boolean learn(NotUnderstood refused, Filter filter, List<String> asked) {
    return Culprit.of(refused.pointer(), filter, asked).filter(this::add).isPresent();
  }

  private boolean add(Culprit culprit) {
    if (culprit instanceof Culprit.ClosedQueue queue) {
      boolean news = queues.add(queue.id());
      if (news) {
        closedQueue.accept(queue.id());
      }
      return news;
    }
    return kpis.add(((Culprit.UnknownKpi) culprit).id());
  }
}
