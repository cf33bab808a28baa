package io.kpiwidget.engine.config;

import io.kpiwidget.engine.config.Placeholder.Moment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The two ends of a time range (guide, edge case 4: in UTC, with Z). */
final class TimeValues {

  private static final String USE = "Use {{START_TIME}} and {{END_TIME}}.";

  private TimeValues() {}

  static void check(Fields fields, List<String> ends) {
    var start = end(fields, 0, ends.get(0));
    var end = end(fields, 1, ends.get(1));
    if (start.isEmpty() || end.isEmpty()) {
      return;
    }
    if (isReversed(start.get(), end.get())) {
      fields.wrong(
          Rule.TIME_RANGE_ORDER, "values", "the start is not before the end", "Exchange them.");
    } else if (start.get() instanceof Fixed || end.get() instanceof Fixed) {
      fields.wrong(Rule.TIME_FIXED, "values", "these times stay when the day has passed", USE);
    }
  }

  /** One end as it is written. */
  private sealed interface Written {}

  private record Fixed(Instant at) implements Written {}

  private record Open(Moment moment) implements Written {}

  private static Optional<Written> end(Fields fields, int index, String value) {
    var placeholder = Placeholder.in(value);
    if (placeholder.isPresent()) {
      return open(fields, index, placeholder.get());
    }
    return FilterValues.isBroken(fields, index, value)
        ? Optional.empty()
        : fixed(fields, index, value);
  }

  private static Optional<Written> open(Fields fields, int index, Placeholder placeholder) {
    if (placeholder instanceof Moment moment) {
      return Optional.of(new Open(moment));
    }
    fields.wrong(Rule.PLACEHOLDER_KIND, "values", index, placeholder.token() + " is no time", USE);
    return Optional.empty();
  }

  private static Optional<Written> fixed(Fields fields, int index, String value) {
    try {
      var read = DateTimeFormatter.ISO_DATE_TIME.parse(value);
      if (value.endsWith("Z")) {
        return Optional.of(new Fixed(Instant.from(read)));
      }
      fields.wrong(
          Rule.TIME_NOT_UTC,
          "values",
          index,
          "a local time: the platform counts in UTC",
          "Write it in UTC with a Z at its end, or better: " + USE);
    } catch (DateTimeException e) {
      fields.wrong(Rule.TIME_UNREADABLE, "values", index, "neither a time nor a placeholder", USE);
    }
    return Optional.empty();
  }

  private static boolean isReversed(Written start, Written end) {
    if (start instanceof Fixed from && end instanceof Fixed to) {
      return !from.at().isBefore(to.at());
    }
    return start instanceof Open from
        && end instanceof Open to
        && from.moment().window().equals(to.moment().window())
        && from.moment().end().compareTo(to.moment().end()) >= 0;
  }
}
