package io.kpiwidget.engine.config;

import com.google.gson.JsonObject;
import io.kpiwidget.engine.config.WidgetDefinition.DataSource;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The file's {@code widget} part: guide §2, with KPIs by name. */
final class WidgetReader {

  private static final String STANDARD = "standard-widget.json";
  private static final int USUAL_INTERVAL_SECONDS = 30;
  private static final int LONGEST_INTERVAL_SECONDS = 3600;

  private WidgetReader() {}

  /** The widget that ships with the engine. */
  static WidgetDefinition standard() {
    var stream = Objects.requireNonNull(WidgetReader.class.getResourceAsStream(STANDARD));
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      // ours, and tested: there is no problem to hear of
      return read(Fields.root(new Problems(), (JsonObject) StrictJson.read(reader)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WidgetDefinition read(Fields fields) {
    fields.optionalText("$schema"); // for editors
    var widget =
        new WidgetDefinition(
            fields.text("name", "Agent KPIs"),
            LookReader.title(fields, "title"),
            fields.text("description", "Live figures for the agent and their queues"),
            dataSource(fields),
            window(fields),
            fields.has("filter")
                ? FilterReader.read(fields.object("filter"))
                : new Filter.All(List.of()),
            fields.text("chartType", "table"),
            fields.has("metrics") ? MetricReader.read(fields) : standard().metrics(),
            fields.truth("autoRefresh", true),
            refreshInterval(fields));
    fields.done();
    return widget;
  }

  /** The file's {@code widgets}, each for a panel of its own. */
  static List<WidgetDefinition> several(Fields root) {
    if (root.has("widget")) {
      root.wrong(Rule.WIDGET_TWICE, "widget", "stands beside \"widgets\"", "Remove one of them.");
    }
    var titles = new HashSet<LocalText>();
    var widgets = root.objects("widgets").stream().map(each -> read(each, titles)).toList();
    refuseOddNumber(root, widgets.size());
    return widgets.isEmpty() ? List.of(standard()) : widgets;
  }

  private static void refuseOddNumber(Fields root, int number) {
    if (root.isEmptyArray("widgets")) {
      root.wrong(Rule.WIDGETS_EMPTY, "widgets", "is empty", "Define a widget, or remove it.");
    } else if (number > WidgetConfig.MOST_WIDGETS) {
      root.wrong(
          Rule.WIDGETS_TOO_MANY,
          "widgets",
          "has more than " + WidgetConfig.MOST_WIDGETS + " widgets, each of which is a panel",
          "Put figures together, or leave some out.");
    }
  }

  // an agent finds a panel by its title
  private static WidgetDefinition read(Fields fields, Set<LocalText> titles) {
    var widget = read(fields);
    if (!titles.add(widget.shownTitle())) {
      fields.wrong(
          Rule.WIDGET_DUPLICATE,
          fields.isNamed("title") ? "title" : "name",
          "another widget has this title",
          "Give each a \"title\" or \"name\" of its own.");
    }
    return widget;
  }

  private static DataSource dataSource(Fields fields) {
    var names = List.of("queue", "user", "conversation");
    var name = fields.choice(Rule.DATA_SOURCE, "dataSource", names, "queue");
    return DataSource.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Window window(Fields fields) {
    var day = new Window.Day();
    if (!fields.has("window")) {
      return day;
    }
    var name = fields.text("window");
    var window = Window.of(name);
    if (window.isEmpty() && !name.isEmpty()) {
      fields.wrong(
          Rule.WINDOW,
          "window",
          "\"" + name + "\" is no stretch of time",
          "Use one of: day, shift, interval, week, last30Minutes (1 to 1440 minutes).");
    }
    return window.orElse(day);
  }

  private static Duration refreshInterval(Fields fields) {
    var seconds = fields.number("refreshInterval").orElse(USUAL_INTERVAL_SECONDS);
    if (seconds != Math.rint(seconds) || seconds > LONGEST_INTERVAL_SECONDS) {
      fields.wrong(
          Rule.REFRESH_INTERVAL,
          "refreshInterval",
          "not a whole number of seconds up to " + LONGEST_INTERVAL_SECONDS,
          "Use 30, for example.");
      return Duration.ofSeconds(USUAL_INTERVAL_SECONDS);
    }
    if (seconds < WidgetDefinition.SHORTEST_INTERVAL.toSeconds()) {
      fields.wrong(
          Rule.REFRESH_TOO_OFTEN,
          "refreshInterval",
          "is below 10 seconds, for which the platform throttles its clients",
          "Use 10 or more; 30 suits most widgets.");
      return Duration.ofSeconds(USUAL_INTERVAL_SECONDS);
    }
    return Duration.ofSeconds((long) seconds);
  }
}
