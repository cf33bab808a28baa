package io.kpiwidget.host;

import org.jspecify.annotations.Nullable;

/** A message for the desktop's operator or agent; never holds a secret. */
public final class Notice {

  /** How much it matters. */
  public enum Level {
    INFO,
    WARNING,
    ERROR
  }

  private final Level level;
  private final @Nullable String plugin;
  private final String text;
  private final String nextStep;

  /** {@code plugin} is the plugin's id or its file name; null when no plugin is concerned. */
  public Notice(Level level, @Nullable String plugin, String text, String nextStep) {
    this.level = level;
    this.plugin = plugin;
    this.text = text;
    this.nextStep = nextStep;
  }

  public Level level() {
    return level;
  }

  public @Nullable String plugin() {
    return plugin;
  }

  /** One sentence: what happened. */
  public String text() {
    return text;
  }

  /** One sentence: what to do; empty when there is nothing to do. */
  public String nextStep() {
    return nextStep;
  }

  @Override
  public String toString() {
    return level + (plugin == null ? "" : " " + plugin) + ": " + text;
  }
}
