package io.kpiwidget.desktop.window;

/** Something done on the EDT; {@code Runnable} would hide that from the checker. */
interface UiAction {
  void run();
}
