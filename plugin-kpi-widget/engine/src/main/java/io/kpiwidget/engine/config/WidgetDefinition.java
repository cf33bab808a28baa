package io.kpiwidget.engine.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A widget as guide §2 defines one; placeholders are still in it. */
public record WidgetDefinition(
    String name,
    String description,
    DataSource dataSource,
    Filter filter,
    String chartType,
    List<Metric> metrics,
    boolean autoRefresh,
    Duration refreshInterval) {

  /** Guide §4: polling each 5 to 10 seconds gets the client throttled. */
  public static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

  public WidgetDefinition {
    metrics = List.copyOf(metrics);
    if (refreshInterval.compareTo(SHORTEST_INTERVAL) < 0) {
      throw new IllegalArgumentException("refreshInterval is below 10 s: " + refreshInterval);
    }
  }

  /** What the platform looks at. */
  public enum DataSource {
    QUEUE,
    USER,
    CONVERSATION;

    /** The name on the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
