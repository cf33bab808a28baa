package io.kpiwidget.panel.state;

/** How old the figures are, as the header says it. */
public record Freshness(Level level, String text) {

  /** Nothing to say: there are no figures. */
  public static final Freshness NONE = new Freshness(Level.NONE, "");

  /** How much the agent may trust the figures. */
  public enum Level {
    NONE,
    FRESH,
    STALE,
    OFFLINE
  }
}
