package io.kpiwidget.panel.swing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.checkerframework.checker.guieffect.qual.SafeType;

/** Which tiles stand in a row with each other. */
@SafeType
final class Rows {

  private Rows() {}

  /**
   * Rows of up to {@code columns}; what is {@code alone} has one to itself. The next ones fill the
   * row before that one, so that none has a hole but the last.
   */
  static <T> List<List<T>> of(List<T> tiles, Predicate<T> alone, int columns) {
    var rows = new ArrayList<List<T>>();
    List<T> open = new ArrayList<>();
    for (var tile : tiles) {
      if (alone.test(tile)) {
        rows.add(List.of(tile));
        continue;
      }
      if (open.isEmpty() || open.size() == columns) {
        open = new ArrayList<>();
        rows.add(open);
      }
      open.add(tile);
    }
    return rows;
  }
}
