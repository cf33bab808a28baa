package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.Row;
import java.util.List;

/**
 * What a body said. The body itself is not kept.
 *
 * @param version rises when the rows change
 * @param digest of the body: the validator where the platform has none
 */
record Content(long version, List<Row> rows, String digest) {

  private static final int ROW = 200;
  private static final int FIELD = 120;
  private static final int FIGURE = 140;

  Content {
    rows = List.copyOf(rows);
  }

  /** The bytes it takes in memory, roughly. */
  int size() {
    return rows.stream().mapToInt(Content::size).sum();
  }

  private static int size(Row row) {
    int fields = row.group().values().stream().mapToInt(value -> FIELD + value.length()).sum();
    return ROW + fields + FIGURE * row.figures().size();
  }
}
