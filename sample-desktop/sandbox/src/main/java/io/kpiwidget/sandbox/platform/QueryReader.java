package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Reads the body of a query or of a widget's definition; refuses with a JSON pointer to what is
 * wrong.
 */
final class QueryReader {
  private static final Duration FINEST = Duration.ofMinutes(1);
  private static final String FIELDS =
      "field is user.id, queue.id, queue.division, queue.skill or queue.language";

  private final ToLongFunction<Instant> simulated;
  private final Predicate<String> decommissioned;
  private Optional<Query.Interval> interval = Optional.empty();

  /** {@code decommissioned} tells of a queue's id whether it was given up for good. */
  QueryReader(ToLongFunction<Instant> simulated, Predicate<String> decommissioned) {
    this.simulated = simulated;
    this.decommissioned = decommissioned;
  }

  Query read(JsonObject body) {
    Placeholders.refuseIn(body);
    var filter =
        body.has("filter") ? filter(body.get("filter"), "/filter") : new Filter.All(List.of());
    var granularity = granularity(body);
    if (granularity.isPresent() && interval.isEmpty()) {
      throw Refusal.at("/granularity", "bad.request", "granularity needs a timeRange");
    }
    return new Query(filter, metrics(body), byQueue(body), interval, granularity);
  }

  private Filter filter(JsonElement element, String at) {
    var clause = object(element, at);
    return switch (text(clause, "type", at)) {
      case "and" -> new Filter.All(clauses(clause, at));
      case "or" -> new Filter.Any(clauses(clause, at));
      case "filter" -> field(clause, at);
      case "timeRange" -> timeRange(clause, at);
      default ->
          throw Refusal.at(at + "/type", "bad.request", "type is and, or, filter or timeRange");
    };
  }

  private List<Filter> clauses(JsonObject clause, String at) {
    var read = new ArrayList<Filter>();
    for (var child : array(clause, "clauses", at)) {
      read.add(filter(child, at + "/clauses/" + read.size()));
    }
    return read;
  }

  private Filter field(JsonObject clause, String at) {
    var op = op(clause, at);
    var name = text(clause, "field", at);
    if (name.equals("user.id")) {
      return new Filter.AgentIn(new TreeSet<>(operands(clause, op, at)));
    }
    var field =
        QueueField.find(name).orElseThrow(() -> Refusal.at(at + "/field", "unknown.field", FIELDS));
    var values = operands(clause, op, at);
    if (field == QueueField.ID) {
      refuseDecommissioned(values, at);
    }
    return new Filter.QueueIn(field, new TreeSet<>(values));
  }

  private static String op(JsonObject clause, String at) {
    var op = text(clause, "op", at);
    if (!Set.of("in", "eq").contains(op)) {
      throw Refusal.at(at + "/op", "bad.request", "op is in or eq");
    }
    return op;
  }

  /** Left out silently it would be a table without the row one looks for (guide §2). */
  private void refuseDecommissioned(List<String> queues, String at) {
    for (var i = 0; i < queues.size(); i++) {
      if (decommissioned.test(queues.get(i))) {
        throw Refusal.at(
            404, at + "/values/" + i, "queue.not.found", "This queue was decommissioned");
      }
    }
  }

  private static List<String> operands(JsonObject clause, String op, String at) {
    var values = values(clause, at);
    if (op.equals("eq") && values.size() != 1) {
      throw Refusal.at(at + "/values", "bad.request", "eq takes one value");
    }
    if (values.isEmpty()) {
      // read as no filter at all it would answer about everything
      throw Refusal.at(at + "/values", "bad.request", "in takes one value or more");
    }
    return values;
  }

  private Filter timeRange(JsonObject clause, String at) {
    if (!text(clause, "field", at).equals("conversation.start_time")) {
      throw Refusal.at(
          at + "/field", "unknown.field", "a timeRange is over conversation.start_time");
    }
    var values = values(clause, at);
    if (values.size() != 2) {
      throw Refusal.at(at + "/values", "bad.request", "a timeRange has a start and an end");
    }
    var from = instant(values.get(0), at + "/values/0");
    var to = instant(values.get(1), at + "/values/1");
    if (!from.isBefore(to)) {
      throw Refusal.at(at + "/values", "bad.request", "the start is not before the end");
    }
    interval = Optional.of(new Query.Interval(from, to));
    return new Filter.StartedIn(
        new Scope.Span(simulated.applyAsLong(from), simulated.applyAsLong(to)));
  }

  private static Map<String, Metric> metrics(JsonObject body) {
    var metrics = new LinkedHashMap<String, Metric>();
    for (var element : array(body, "metrics", "")) {
      var at = "/metrics/" + metrics.size();
      var asked = object(element, at);
      var field = text(asked, "field", at);
      var type = text(asked, "type", at);
      var wrong = Metric.knowsField(field) ? "/type" : "/field";
      var metric =
          Metric.find(type, field)
              .orElseThrow(
                  () ->
                      Refusal.at(
                          at + wrong, "unknown.metric", "no metric " + type + " of " + field));
      if (metrics.put(text(asked, "name", at), metric) != null) {
        throw Refusal.at(at + "/name", "bad.request", "two metrics have this name");
      }
    }
    if (metrics.isEmpty()) {
      throw Refusal.at("/metrics", "bad.request", "metrics is empty");
    }
    return metrics;
  }

  private static boolean byQueue(JsonObject body) {
    if (!body.has("groupBy")) {
      return false;
    }
    var fields = array(body, "groupBy", "");
    if (fields.size() != 1
        || !isText(fields.get(0))
        || !fields.get(0).getAsString().equals("queue.id")) {
      throw Refusal.at("/groupBy", "bad.request", "groupBy is [\"queue.id\"]");
    }
    return true;
  }

  private static Optional<Duration> granularity(JsonObject body) {
    if (!body.has("granularity")) {
      return Optional.empty();
    }
    try {
      var step = Duration.parse(text(body, "granularity", ""));
      if (step.compareTo(FINEST) >= 0) {
        return Optional.of(step);
      }
    } catch (DateTimeException unreadable) {
      // the refusal below says what is wanted
    }
    throw Refusal.at(
        "/granularity", "bad.request", "granularity is an ISO 8601 duration of PT1M or more");
  }

  private static List<String> values(JsonObject clause, String at) {
    var values = new ArrayList<String>();
    for (var value : array(clause, "values", at)) {
      if (!isText(value)) {
        throw Refusal.at(at + "/values/" + values.size(), "bad.request", "a value is a string");
      }
      values.add(value.getAsString());
    }
    return values;
  }

  private static Instant instant(String text, String at) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      throw Refusal.at(at, "invalid.date", "a time is ISO 8601 in UTC with a trailing Z");
    }
  }

  static JsonObject object(JsonElement element, String at) {
    if (!element.isJsonObject()) {
      throw Refusal.at(at, "bad.request", "an object is wanted here");
    }
    return element.getAsJsonObject();
  }

  static JsonArray array(JsonObject object, String name, String at) {
    if (!object.has(name) || !object.get(name).isJsonArray()) {
      throw Refusal.at(at + "/" + name, "bad.request", name + " is a list");
    }
    return object.getAsJsonArray(name);
  }

  static String text(JsonObject object, String name, String at) {
    if (!object.has(name) || !isText(object.get(name))) {
      throw Refusal.at(at + "/" + name, "bad.request", name + " is a string");
    }
    return object.get(name).getAsString();
  }

  private static boolean isText(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }
}
