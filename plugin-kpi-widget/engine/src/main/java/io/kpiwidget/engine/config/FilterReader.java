package io.kpiwidget.engine.config;

import java.util.List;
import java.util.Optional;

/** A definition's filter tree. What cannot be read is left out, and noted. */
final class FilterReader {

  static final List<String> TYPES = List.of("and", "or", "filter", "timeRange");
  private static final Filter NONE = new Filter.All(List.of());

  private FilterReader() {}

  static Filter read(Fields fields) {
    var type = fields.choice(Rule.FILTER_TYPE, "type", TYPES);
    var filter = type.flatMap(t -> read(fields, t));
    if (type.isPresent()) {
      fields.done(); // without a type nobody knows which members belong here
    }
    return filter.orElse(NONE);
  }

  private static Optional<Filter> read(Fields fields, String type) {
    return switch (type) {
      case "and" -> Optional.of(new Filter.All(clauses(fields)));
      case "or" -> Optional.of(new Filter.Any(clauses(fields)));
      case "filter" -> match(fields);
      default -> timeRange(fields);
    };
  }

  private static List<Filter> clauses(Fields fields) {
    var clauses = fields.objects("clauses");
    if (fields.has("clauses") && fields.isEmptyArray("clauses")) {
      fields.wrong(
          Rule.FILTER_CLAUSES_EMPTY,
          "clauses",
          "there is nothing to join",
          "Add a clause, or leave the whole filter out.");
    }
    return clauses.stream().map(FilterReader::read).toList();
  }

  private static Optional<Filter> match(Fields fields) {
    var field = fields.text("field");
    var op = fields.choice(Rule.FILTER_OP, "op", List.of("in", "eq"));
    var values = fields.texts("values").filter(v -> hasSome(fields, v));
    values.ifPresent(v -> FilterValues.check(fields, field, v));
    if (op.filter("eq"::equals).isPresent() && values.filter(v -> v.size() != 1).isPresent()) {
      fields.wrong(Rule.FILTER_EQ, "values", "\"eq\" takes one value", "Use \"in\" for several.");
    }
    return op.flatMap(o -> values.map(v -> new Filter.Match(field, o, v)));
  }

  private static boolean hasSome(Fields fields, List<String> values) {
    if (values.isEmpty()) {
      fields.wrong(
          Rule.FILTER_VALUES_EMPTY,
          "values",
          "a filter without a value lets nothing through",
          "Give it a value, such as \"{{QUEUE_ID}}\".");
    }
    return !values.isEmpty();
  }

  private static Optional<Filter> timeRange(Fields fields) {
    var field = fields.text("field");
    var op = fields.choice(Rule.FILTER_OP, "op", List.of("in"), "in");
    var values = fields.texts("values");
    if (values.filter(v -> v.size() != 2).isPresent()) {
      fields.wrong(
          Rule.TIME_RANGE_ENDS,
          "values",
          "a time range has two ends",
          "Give a start and an end, such as \"{{START_TIME}}\" and \"{{END_TIME}}\".");
      return Optional.empty();
    }
    values.ifPresent(v -> TimeValues.check(fields, v));
    return values.map(v -> new Filter.TimeRange(field, op, v));
  }
}
