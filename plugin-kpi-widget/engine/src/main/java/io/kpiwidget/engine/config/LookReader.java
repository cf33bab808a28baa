package io.kpiwidget.engine.config;

import io.kpiwidget.engine.config.Metric.Limits;
import io.kpiwidget.engine.config.Metric.Look;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What a metric says of its looks: title, limits, direction, unit, size. */
final class LookReader {

  private LookReader() {}

  /** Of a figure that is kept in {@code base}, for which {@code usual} is the way that is good. */
  static Look read(Fields fields, MetricUnit base, Direction usual) {
    var unit = unit(fields, base.siblings());
    var direction = direction(fields);
    var limits = limits(fields, unitOfLimits(fields, unit, base));
    refuseMisplaced(fields, limits, direction, usual);
    return new Look(title(fields, "title"), limits, direction, Optional.empty(), large(fields));
  }

  /** Of a figure that our catalogue does not have: it may be of any unit. */
  static Look readUnbound(Fields fields, MetricUnit usual) {
    var unit = unit(fields, MetricUnit.ids());
    var direction = direction(fields);
    var limits = limits(fields, unitOfLimits(fields, unit, usual));
    refuseMisplaced(fields, limits, direction, Direction.NEITHER);
    return new Look(
        title(fields, "title"), limits, direction, unit.map(MetricUnit::base), large(fields));
  }

  private static Optional<MetricUnit> unit(Fields fields, List<String> fitting) {
    if (!fields.has("unit")) {
      return Optional.empty();
    }
    var unit = fields.choice(Rule.UNIT_UNKNOWN, "unit", MetricUnit.ids()).flatMap(MetricUnit::of);
    if (unit.filter(u -> !fitting.contains(u.id())).isPresent()) {
      fields.wrong(
          Rule.UNIT_UNFIT,
          "unit",
          "the figure does not come in " + unit.get().id(),
          "Use one of: " + String.join(", ", fitting) + ".");
      return Optional.empty();
    }
    return unit;
  }

  private static Optional<Direction> direction(Fields fields) {
    return fields.has("direction")
        ? fields.choice(Rule.DIRECTION, "direction", Direction.ids()).flatMap(Direction::of)
        : Optional.empty();
  }

  private static boolean large(Fields fields) {
    return fields.choice(Rule.SIZE, "size", List.of("normal", "large"), "normal").equals("large");
  }

  /** One text, or one for each language. */
  static Optional<LocalText> title(Fields fields, String name) {
    if (!fields.hasObject(name)) {
      return fields.optionalText(name).map(LocalText::of);
    }
    var texts = new TreeMap<String, String>();
    var languages = fields.object(name);
    for (var tag : languages.names()) {
      if (isLanguage(tag)) {
        languages.optionalText(tag).ifPresent(text -> texts.put(tag, text));
      } else {
        languages.wrong(
            Rule.TITLE_LANGUAGE,
            tag,
            "\"" + tag + "\" is no language tag",
            "Use tags such as \"en\", \"de\" or \"pt-BR\".");
      }
    }
    if (languages.names().isEmpty()) {
      fields.wrong(Rule.TITLE_EMPTY, name, "has no language", "Add one: {\"en\": \"Waiting\"}.");
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(new LocalText(Map.copyOf(texts)));
  }

  private static boolean isLanguage(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  // in a unit that nobody knows a limit may be as high as it likes
  private static MetricUnit unitOfLimits(
      Fields fields, Optional<MetricUnit> unit, MetricUnit usual) {
    return unit.orElse(fields.has("unit") ? MetricUnit.COUNT : usual);
  }

  private static Limits limits(Fields fields, MetricUnit unit) {
    return new Limits(
        limit(fields, "target", unit), limit(fields, "warn", unit), limit(fields, "breach", unit));
  }

  /** In the unit that figures are kept in. */
  private static OptionalDouble limit(Fields fields, String name, MetricUnit unit) {
    var written = fields.number(name);
    if (written.isEmpty()) {
      return written;
    }
    double limit = unit.inBase(written.getAsDouble());
    if (limit < 0) {
      var next = "Use a number of 0 or more, in the KPI's unit.";
      fields.wrong(Rule.THRESHOLD_NEGATIVE, name, "is negative", next);
    } else if (unit.base() == MetricUnit.SHARE && limit > 1) {
      fields.wrong(Rule.THRESHOLD_SHARE, name, "is more than the whole", wholeOf(unit));
    } else if (Double.isInfinite(limit)) {
      fields.wrong(Rule.NUMBER, name, "is no finite number", "Use a smaller number.");
    } else {
      return OptionalDouble.of(limit);
    }
    return OptionalDouble.empty();
  }

  private static String wholeOf(MetricUnit unit) {
    return unit == MetricUnit.SHARE
        ? "Use a number between 0 and 1, or add \"unit\": \"percent\"."
        : "Use 100 or less.";
  }

  private static void refuseMisplaced(
      Fields fields, Limits limits, Optional<Direction> direction, Direction usual) {
    if (fields.has("direction") && direction.isEmpty()) {
      return; // that it is none has been said
    }
    if (direction.orElse(usual) == Direction.NEITHER) {
      refuseAimless(fields, limits);
    } else {
      refuseDisorder(fields, limits, direction.orElse(usual) == Direction.LOWER_IS_BETTER);
    }
  }

  private static void refuseAimless(Fields fields, Limits limits) {
    if (limits.warn().isPresent() || limits.breach().isPresent()) {
      fields.wrong(
          Rule.THRESHOLD_DIRECTION,
          limits.warn().isPresent() ? "warn" : "breach",
          "of this figure, neither more nor less is worse",
          "Say which with \"direction\": \"lower\" or \"higher\", or leave the limit out.");
    }
  }

  private static void refuseDisorder(Fields fields, Limits limits, boolean lower) {
    var next = lower ? "Let it grow: target, warn, breach." : "Let it fall: target, warn, breach.";
    if (!isInOrder(limits.warn(), limits.breach(), lower, false)) {
      fields.wrong(Rule.THRESHOLD_ORDER, "warn", "\"breach\" comes before it or with it", next);
    } else if (!isInOrder(limits.target(), limits.breach(), lower, true)) {
      fields.wrong(Rule.THRESHOLD_ORDER, "target", "\"breach\" comes before it", next);
    }
  }

  private static boolean isInOrder(
      OptionalDouble first, OptionalDouble second, boolean rising, boolean equalWillDo) {
    if (first.isEmpty() || second.isEmpty()) {
      return true;
    }
    double ahead = second.getAsDouble() - first.getAsDouble();
    return (rising ? ahead : -ahead) > 0 || (equalWillDo && ahead == 0);
  }
}
