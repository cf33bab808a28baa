package io.kpiwidget.panel;

import java.util.OptionalLong;

/**
 * Decides which view is in front: the browser's only when its process runs, its page has painted
 * figures, and there is nothing that only the native view may show. Pure; used on the EDT.
 */
final class Handover {

  private boolean running;
  private boolean painted;
  private boolean allowed;
  private long least = Long.MAX_VALUE;

  /** A process is up, or not any more. */
  void running(boolean now) {
    running = now;
    painted = painted && now;
  }

  /** The page has painted figures, or is a new document that has not. */
  void painted(boolean now) {
    painted = now;
  }

  /** Whether the present state may be shown by the browser at all. */
  void allowed(boolean now) {
    allowed = now;
  }

  /**
   * There are figures of {@code version}, or none: then what the page has painted is not to be seen
   * again, since it may be another agent's.
   */
  void figures(OptionalLong version) {
    if (version.isEmpty()) {
      painted = false;
      least = Long.MAX_VALUE;
    } else if (least == Long.MAX_VALUE) {
      least = version.getAsLong();
    }
  }

  /** Whether a page that has painted {@code version} shows the present figures. */
  boolean present(long version) {
    return version >= least;
  }

  boolean painted() {
    return painted;
  }

  boolean browserInFront() {
    return running && painted && allowed;
  }
}
