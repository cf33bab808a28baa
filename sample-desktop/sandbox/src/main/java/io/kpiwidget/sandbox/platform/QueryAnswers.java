package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kpiwidget.sandbox.floor.Floor;
import io.kpiwidget.sandbox.floor.FloorQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers queries within the rows a person may see. */
final class QueryAnswers {
  private static final int MOST_INTERVALS = 2_000;
  private final Centre centre;
  private final ServerClock clock;

  QueryAnswers(Centre centre, ServerClock clock) {
    this.centre = centre;
    this.clock = clock;
  }

  /** Checks the rights first: other agents, then the permission of each metric. */
  JsonObject answer(Query query, Person person) {
    if (!query.namedAgents().stream().allMatch(person.id()::equals)) {
      throw Refusal.missing("analytics:userAggregate:viewOthers");
    }
    query.metrics().values().forEach(metric -> person.require(metric.permission()));
    return centre.look((floor, now) -> answer(query, person, floor, now));
  }

  private JsonObject answer(Query query, Person person, Floor floor, Instant now) {
    var results = new JsonArray();
    for (var group : groups(query, person, floor)) {
      for (var interval : intervals(query, clock.fromTrue(now))) {
        results.add(result(query, group, interval, floor, now));
      }
    }
    var body = new JsonObject();
    body.add("results", results);
    return body;
  }

  private static List<List<FloorQueue>> groups(Query query, Person person, Floor floor) {
    var visible =
        floor.queues().stream()
            .filter(queue -> person.sees(queue.id()) && query.filter().admits(queue.spec()))
            .toList();
    if (query.byQueue()) {
      return visible.stream().map(List::of).toList();
    }
    return visible.isEmpty() ? List.of() : List.of(visible);
  }

  private static List<Optional<Query.Interval>> intervals(Query query, Instant now) {
    if (query.granularity().isEmpty() || query.interval().isEmpty()) {
      return List.of(Optional.empty());
    }
    return cut(query.interval().get(), query.granularity().get(), now);
  }

  /** Whole steps from the start; those which lie in the future are left out. */
  private static List<Optional<Query.Interval>> cut(
      Query.Interval whole, Duration step, Instant now) {
    var parts = new ArrayList<Optional<Query.Interval>>();
    for (var from = whole.from();
        from.isBefore(whole.to()) && !from.isAfter(now);
        from = from.plus(step)) {
      if (parts.size() == MOST_INTERVALS) {
        throw Refusal.at(
            "/granularity", "bad.request", "more than " + MOST_INTERVALS + " intervals");
      }
      var to = from.plus(step);
      parts.add(Optional.of(new Query.Interval(from, to.isBefore(whole.to()) ? to : whole.to())));
    }
    return parts;
  }

  private JsonObject result(
      Query query,
      List<FloorQueue> queues,
      Optional<Query.Interval> interval,
      Floor floor,
      Instant now) {
    var span = span(interval.or(query::interval).orElse(null));
    var agent = query.namedAgents().stream().findFirst();
    var scope =
        new Scope(floor, centre.facts(), clock.fromTrue(now), queues, query.filter(), agent, span);
    var metrics = new JsonObject();
    query
        .metrics()
        .forEach(
            (name, metric) -> metric.answer(scope).ifPresent(stats -> metrics.add(name, stats)));
    var result = new JsonObject();
    result.add(
        "group", query.byQueue() ? Reply.object("queue.id", queues.get(0).id()) : new JsonObject());
    interval.ifPresent(part -> result.addProperty("interval", part.from() + "/" + part.to()));
    result.add("metrics", metrics);
    return result;
  }

  private Scope.Span span(Query.@Nullable Interval interval) {
    return interval == null
        ? new Scope.Span(Long.MIN_VALUE, Long.MAX_VALUE)
        : new Scope.Span(simulated(interval.from()), simulated(interval.to()));
  }

  /** Of a queue that never was nothing is known, as of one that the person does not serve. */
  boolean decommissioned(String queue) {
    return centre.look((floor, now) -> floor.queue(queue).filter(one -> !one.open()).isPresent());
  }

  long simulated(Instant serverTime) {
    return centre.times().simulated(clock.toTrue(serverTime));
  }
}
