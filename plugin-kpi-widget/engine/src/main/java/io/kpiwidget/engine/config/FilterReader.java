package io.kpiwidget.engine.config;

import java.util.ArrayList;
import java.util.List;

/** A definition's filter tree. */
final class FilterReader {

  private FilterReader() {}

  static Filter read(Fields fields) throws ConfigException {
    var type = fields.choice("type", List.of("and", "or", "filter", "timeRange"), null);
    var filter =
        switch (type) {
          case "and" -> new Filter.All(clauses(fields));
          case "or" -> new Filter.Any(clauses(fields));
          case "filter" -> match(fields);
          default -> timeRange(fields);
        };
    fields.done();
    return filter;
  }

  private static List<Filter> clauses(Fields fields) throws ConfigException {
    var clauses = new ArrayList<Filter>();
    for (var each : fields.objects("clauses")) {
      clauses.add(read(each));
    }
    return clauses;
  }

  private static Filter match(Fields fields) throws ConfigException {
    return new Filter.Match(
        fields.text("field"), fields.choice("op", List.of("in", "eq"), null), values(fields));
  }

  private static Filter timeRange(Fields fields) throws ConfigException {
    var values = values(fields);
    if (values.size() != 2) {
      throw fields.wrong("values", "a time range has two ends", "Give a start and an end.");
    }
    return new Filter.TimeRange(
        fields.text("field"), fields.choice("op", List.of("in"), "in"), values);
  }

  private static List<String> values(Fields fields) throws ConfigException {
    var values = fields.texts("values");
    for (int i = 0; i < values.size(); i++) {
      refuseUnknownPlaceholder(fields, i, values.get(i));
    }
    return values;
  }

  private static void refuseUnknownPlaceholder(Fields fields, int index, String value)
      throws ConfigException {
    if (value.contains("{{") && Placeholder.in(value).isEmpty()) {
      throw new ConfigException(
          fields.file(),
          fields.at("values") + "/" + index,
          "unknown placeholder " + value,
          Suggestion.sentence(value, Placeholder.tokens()));
    }
  }
}
