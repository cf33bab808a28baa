package io.kpiwidget.panel.swing;

import java.util.List;
import java.util.Map;
import org.checkerframework.checker.guieffect.qual.SafeType;
import org.jspecify.annotations.Nullable;

/**
 * What the native view's components show: read from them, not from what they were given.
 *
 * @param notices their sentences
 */
@SafeType
public record Shown(Map<String, Figure> kpis, List<Queue> queues, List<String> notices) {

  /** Nothing is shown. */
  public static final Shown NOTHING = new Shown(Map.of(), List.of(), List.of());

  /**
   * One figure.
   *
   * @param value null where no number is shown
   * @param reason the words beside it which say why there is no number; empty when there is one
   */
  @SafeType
  public record Figure(String text, @Nullable Double value, String reason) {

    /** A number. */
    public Figure(String text, double value) {
      this(text, value, "");
    }
  }

  /** One row of the queue table, in the order on the screen; cells by KPI id. */
  @SafeType
  public record Queue(String id, String name, Map<String, Figure> cells) {}
}
