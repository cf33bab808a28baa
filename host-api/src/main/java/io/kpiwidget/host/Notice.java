package io.kpiwidget.host;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message for the desktop's operator or agent. Immutable, safe on any thread; its texts are
 * English, end with a full stop and hold no secret.
 */
public final class Notice {

  /** How much it matters. */
  public enum Level {
    /** Good to know. */
    INFO,
    /**
     * Something is not as it should be, and the rest works: a jar that is no plugin, a plugin that
     * is slow to close.
     */
    WARNING,
    /**
     * A plugin does not work, or did something wrong: it threw, could not be docked, or has no
     * panel.
     */
    ERROR
  }

  private final Level level;
  private final @Nullable String plugin;
  private final String text;
  private final String nextStep;

  /**
   * Makes a notice; a desktop may do so too, to show its own among those of the host. Any thread.
   *
   * <p>{@code plugin} is the plugin's id or its file name, null when no plugin is concerned; {@code
   * nextStep} is empty when there is nothing to do. Nothing else may be null.
   */
  public Notice(Level level, @Nullable String plugin, String text, String nextStep) {
    this.level = Objects.requireNonNull(level, "level");
    this.plugin = plugin;
    this.text = Objects.requireNonNull(text, "text");
    this.nextStep = Objects.requireNonNull(nextStep, "nextStep");
  }

  /** Returns how much it matters; never null.. */
  public Level level() {
    return level;
  }

  /**
   * Returns the id of the plugin, or the name of its file when the id is not known; null when no
   * plugin is concerned.
   */
  public @Nullable String plugin() {
    return plugin;
  }

  /**
   * Returns one sentence: what happened, with the plugin's name in it, so that it can stand alone.
   * Plain text, never null.
   */
  public String text() {
    return text;
  }

  /**
   * Returns what to do about it, in one sentence or two; empty when there is nothing to do, never
   * null. Meant for the operator where the text names a plugin, not for the agent.
   */
  public String nextStep() {
    return nextStep;
  }

  /** Returns level, plugin and text, for logs. The form may change. */
  @Override
  public String toString() {
    return level + (plugin == null ? "" : " " + plugin) + ": " + text;
  }
}
