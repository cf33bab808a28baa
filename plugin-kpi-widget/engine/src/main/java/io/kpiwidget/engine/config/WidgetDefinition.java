package io.kpiwidget.engine.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A widget as guide §2 defines one; placeholders are still in it.
 *
 * @param name what the platform knows it by
 * @param title what the agent reads; empty where the name serves
 * @param window what {@code {{START_TIME}}} and {@code {{END_TIME}}} are the ends of
 */
public record WidgetDefinition(
    String name,
    Optional<LocalText> title,
    String description,
    DataSource dataSource,
    Window window,
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

  /** What the agent reads. */
  public LocalText shownTitle() {
    return title.orElseGet(() -> LocalText.of(name));
  }

  /** Reads and checks a file that holds a definition alone. Blocks. */
  public static WidgetDefinition load(Path file) throws ConfigException {
    var problems = new Problems();
    var definition = JsonFile.read(file, problems).map(root -> WidgetReader.read(root));
    problems.refuse(file);
    return definition.orElseThrow();
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
