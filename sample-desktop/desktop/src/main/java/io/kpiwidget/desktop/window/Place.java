package io.kpiwidget.desktop.window;

/** Where a panel is. */
public enum Place {
  DOCKED,
  FLOATING,
  HIDDEN
}
