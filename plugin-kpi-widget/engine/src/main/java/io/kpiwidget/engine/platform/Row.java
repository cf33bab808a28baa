package io.kpiwidget.engine.platform;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One row of an answer.
 *
 * @param group by field
 * @param from the start of the row's interval, in an answer that is cut into intervals
 * @param figures by metric name; what is absent has no data
 */
public record Row(Map<String, String> group, Optional<Instant> from, Map<String, Figure> figures) {

  public Row {
    group = Map.copyOf(group);
    figures = Map.copyOf(figures);
  }
}
