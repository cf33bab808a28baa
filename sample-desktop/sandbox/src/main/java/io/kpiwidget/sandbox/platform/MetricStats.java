package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonObject;
import io.kpiwidget.sandbox.floor.AgentState;
import io.kpiwidget.sandbox.platform.Facts.Fact;
import io.kpiwidget.sandbox.platform.Facts.Kind;
import io.kpiwidget.sandbox.platform.StatusTimes.Stretch;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statistics objects of an answer, seconds where they are times. */
final class MetricStats {
  private static final Duration SERVICE_LEVEL = Duration.ofSeconds(20);
  private static final double HOUR_MILLIS = 3_600_000;

  private MetricStats() {}

  static JsonObject count(long count) {
    var stats = new JsonObject();
    stats.addProperty("count", count);
    return stats;
  }

  static @Nullable JsonObject average(Stream<Fact> facts, int part) {
    var summary = facts.mapToLong(fact -> fact.times().get(part).toMillis()).summaryStatistics();
    if (summary.getCount() == 0) {
      return null;
    }
    var stats = new JsonObject();
    stats.addProperty("sum", summary.getSum() / 1000.0);
    stats.addProperty("count", summary.getCount());
    return stats;
  }

  static @Nullable JsonObject oldest(Scope scope) {
    var since = scope.oldestSince();
    return since.isEmpty() ? null : Reply.object("since", since.get().toString());
  }

  static JsonObject interacting(Scope scope) {
    return count(scope.agents(state -> state == AgentState.INTERACTING));
  }

  static @Nullable JsonObject abandonRate(Scope scope) {
    return ratio(
        (double) scope.facts(Kind.ABANDONED).count(), (double) scope.facts(Kind.OFFERED).count());
  }

  static @Nullable JsonObject serviceLevel(Scope scope) {
    var inTime =
        scope
            .facts(Kind.ANSWERED)
            .filter(fact -> fact.times().get(0).compareTo(SERVICE_LEVEL) <= 0)
            .count();
    return ratio(
        (double) inTime,
        (double) (scope.facts(Kind.ANSWERED).count() + scope.facts(Kind.ABANDONED).count()));
  }

  static @Nullable JsonObject occupancy(Scope scope) {
    return ratio(scope.status(Stretch::handling) / 1000.0, scope.status(Stretch::onQueue) / 1000.0);
  }

  static @Nullable JsonObject timeOnQueue(Scope scope) {
    if (scope.agent().isEmpty()) {
      return null;
    }
    var stats = new JsonObject();
    stats.addProperty("sum", scope.status(Stretch::onQueue) / 1000.0);
    return stats;
  }

  static @Nullable JsonObject handledPerHour(Scope scope) {
    return ratio(
        (double) scope.facts(Kind.HANDLED).count(), scope.status(Stretch::onQueue) / HOUR_MILLIS);
  }

  static @Nullable JsonObject adherence(Scope scope) {
    return ratio(
        scope.status(Stretch::adherent) / 1000.0, scope.status(Stretch::rostered) / 1000.0);
  }

  private static @Nullable JsonObject ratio(double numerator, double denominator) {
    if (denominator == 0) {
      return null;
    }
    var stats = new JsonObject();
    stats.addProperty("numerator", numerator);
    stats.addProperty("denominator", denominator);
    return stats;
  }
}
