package io.kpiwidget.engine.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a filter may be compared with. */
final class FilterValues {

  /** What each field of ids takes, literal ids apart. */
  private static Optional<Set<Placeholder>> fitting(String field) {
    return switch (field) {
      case "queue.id" ->
          Optional.of(Set.of(Placeholder.Attribute.QUEUE_ID, Placeholder.Attribute.QUEUE_IDS));
      case "user.id" -> Optional.of(Set.of(Placeholder.Attribute.USER_ID));
      default -> Optional.empty();
    };
  }

  private FilterValues() {}

  static void check(Fields fields, String field, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      check(fields, field, i, values.get(i));
    }
  }

  private static void check(Fields fields, String field, int index, String value) {
    var placeholder = Placeholder.in(value);
    if (placeholder.isPresent()) {
      refuseUnfit(fields, field, index, placeholder.get());
    } else if (!isBroken(fields, index, value) && fitting(field).isPresent()) {
      fields.wrong(
          Rule.ID_HARD_CODED,
          "values",
          index,
          "an id written down stops working when queues or people change",
          "Use " + (field.equals("queue.id") ? "{{QUEUE_ID}}." : "{{USER_ID}}."));
    }
  }

  private static void refuseUnfit(Fields fields, String field, int index, Placeholder placeholder) {
    boolean time = placeholder instanceof Placeholder.Moment;
    boolean fits = fitting(field).map(all -> all.contains(placeholder)).orElse(true);
    if (time || !fits) {
      fields.wrong(
          Rule.PLACEHOLDER_KIND,
          "values",
          index,
          placeholder.token() + (time ? " is a time" : " is no value of " + field),
          time
              ? "Use it in a clause of type \"timeRange\"."
              : "Use " + (field.equals("queue.id") ? "{{QUEUE_ID}}." : "{{USER_ID}}."));
    }
  }

  /** Whether {@code value} looks like a placeholder and is none; that is said. */
  static boolean isBroken(Fields fields, int index, String value) {
    if (!Placeholder.isHintedAt(value)) {
      return false;
    }
    var inside = Placeholder.tokens().stream().filter(value::contains).findFirst();
    if (inside.isPresent()) {
      fields.wrong(
          Rule.PLACEHOLDER_PART,
          "values",
          index,
          "a placeholder is a whole value",
          "Write \"" + inside.get() + "\" alone.");
    } else {
      fields.wrong(
          Rule.PLACEHOLDER_UNKNOWN,
          "values",
          index,
          "unknown placeholder " + value,
          Suggestion.sentence(value, Placeholder.tokens()));
    }
    return true;
  }
}
