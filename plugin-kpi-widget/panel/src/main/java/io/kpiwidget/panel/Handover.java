package io.kpiwidget.panel;

/**
 * Decides which view is in front: the browser's only when its process runs, its page has painted
 * figures, and there is nothing that only the native view may show. Pure; used on the EDT.
 */
final class Handover {

  private boolean running;
  private boolean painted;
  private boolean allowed = true;

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

  boolean browserInFront() {
    return running && painted && allowed;
  }
}
