package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The metrics of the dialect: how each is asked for, who may see it and how it is answered. */
enum Metric {
  WAITING("count", "queue.waiting", true, scope -> MetricStats.count(scope.waiting())),
  LONGEST_WAIT("oldest", "queue.wait_start", true, MetricStats::oldest),
  AGENTS_ON_QUEUE(
      "count",
      "agent.on_queue",
      true,
      scope -> MetricStats.count(scope.agents(state -> state.onQueue()))),
  AGENTS_IDLE(
      "count",
      "agent.idle",
      true,
      scope -> MetricStats.count(scope.agents(state -> state.onQueue() && !state.handling()))),
  AGENTS_INTERACTING("count", "agent.interacting", true, MetricStats::interacting),
  OFFERED(
      "count",
      "conversation.id",
      true,
      scope -> MetricStats.count(scope.facts(Facts.Kind.OFFERED).count())),
  ANSWERED(
      "count",
      "conversation.answered",
      false,
      scope -> MetricStats.count(scope.facts(Facts.Kind.ANSWERED).count())),
  ABANDONED(
      "count",
      "conversation.abandoned",
      true,
      scope -> MetricStats.count(scope.facts(Facts.Kind.ABANDONED).count())),
  ABANDON_RATE("ratio", "conversation.abandoned", true, MetricStats::abandonRate),
  SERVICE_LEVEL("ratio", "conversation.service_level", true, MetricStats::serviceLevel),
  ANSWER_TIME(
      "avg",
      "conversation.answer_time",
      false,
      scope -> MetricStats.average(scope.facts(Facts.Kind.ANSWERED), 0)),
  HANDLE_TIME(
      "avg",
      "conversation.duration",
      false,
      scope -> MetricStats.average(scope.facts(Facts.Kind.HANDLED), 0)),
  TALK(
      "avg",
      "conversation.talk_time",
      false,
      scope -> MetricStats.average(scope.facts(Facts.Kind.HANDLED), 1)),
  HOLD(
      "avg",
      "conversation.hold_time",
      false,
      scope -> MetricStats.average(scope.facts(Facts.Kind.HANDLED), 2)),
  AFTER_CALL(
      "avg",
      "conversation.acw_time",
      false,
      scope -> MetricStats.average(scope.facts(Facts.Kind.HANDLED), 3)),
  HANDLED(
      "count",
      "conversation.handled",
      false,
      scope -> MetricStats.count(scope.facts(Facts.Kind.HANDLED).count())),
  TRANSFERS(
      "count",
      "conversation.transferred",
      false,
      scope -> MetricStats.count(scope.facts(Facts.Kind.TRANSFERRED).count())),
  OCCUPANCY("ratio", "agent.occupancy", false, MetricStats::occupancy),
  TIME_ON_QUEUE("sum", "agent.on_queue_time", false, MetricStats::timeOnQueue),
  HANDLED_PER_HOUR("ratio", "agent.handled_per_hour", false, MetricStats::handledPerHour),
  ADHERENCE("ratio", "agent.adherence", false, MetricStats::adherence);

  /** Works out the statistics of one metric, or nothing when there is no data. */
  @FunctionalInterface
  interface Answer {
    @Nullable JsonObject of(Scope scope);
  }

  private final String type;
  private final String field;
  private final boolean queueOnly;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final transient Answer answer;

  Metric(String type, String field, boolean queueOnly, Answer answer) {
    this.type = type;
    this.field = field;
    this.queueOnly = queueOnly;
    this.answer = answer;
  }

  static Optional<Metric> find(String type, String field) {
    return Arrays.stream(values())
        .filter(metric -> metric.type.equals(type) && metric.field.equals(field))
        .findFirst();
  }

  static boolean knowsField(String field) {
    return Arrays.stream(values()).anyMatch(metric -> metric.field.equals(field));
  }

  String permission() {
    if (compareTo(AGENTS_INTERACTING) <= 0) {
      return "analytics:queueObservation:view";
    }
    return field.startsWith("agent.")
        ? "analytics:userAggregate:view"
        : "analytics:conversationAggregate:view";
  }

  /**
   * The answer for this scope; empty without data, and for what belongs to a queue when the filter
   * names an agent.
   */
  Optional<JsonObject> answer(Scope scope) {
    return queueOnly && scope.agent().isPresent()
        ? Optional.empty()
        : Optional.ofNullable(answer.of(scope));
  }
}
