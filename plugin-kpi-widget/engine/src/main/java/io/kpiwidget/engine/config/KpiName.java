package io.kpiwidget.engine.config;

import static io.kpiwidget.engine.config.Direction.HIGHER_IS_BETTER;
import static io.kpiwidget.engine.config.Direction.LOWER_IS_BETTER;
import static io.kpiwidget.engine.config.Direction.NEITHER;
import static io.kpiwidget.engine.config.KpiScope.AGENT;
import static io.kpiwidget.engine.config.KpiScope.QUEUE;
import static io.kpiwidget.engine.config.MetricType.AVG;
import static io.kpiwidget.engine.config.MetricType.COUNT;
import static io.kpiwidget.engine.config.MetricType.OLDEST;
import static io.kpiwidget.engine.config.MetricType.RATIO;
import static io.kpiwidget.engine.config.MetricType.SUM;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue: the KPIs by the names that a configuration may use, whose each is, which way is
 * good, and the platform's metric behind it.
 */
public enum KpiName {
  WAITING("waiting", QUEUE, LOWER_IS_BETTER, COUNT, "queue.waiting"),
  LONGEST_WAIT("longestWait", QUEUE, LOWER_IS_BETTER, OLDEST, "queue.wait_start"),
  AGENTS_ON_QUEUE("agentsOnQueue", QUEUE, NEITHER, COUNT, "agent.on_queue"),
  AGENTS_IDLE("agentsIdle", QUEUE, NEITHER, COUNT, "agent.idle"),
  AGENTS_INTERACTING("agentsInteracting", QUEUE, NEITHER, COUNT, "agent.interacting"),
  OFFERED("offered", QUEUE, NEITHER, COUNT, "conversation.id"),
  ANSWERED("answered", QUEUE, HIGHER_IS_BETTER, COUNT, "conversation.answered"),
  ABANDONED("abandoned", QUEUE, LOWER_IS_BETTER, COUNT, "conversation.abandoned"),
  ABANDON_RATE("abandonRate", QUEUE, LOWER_IS_BETTER, RATIO, "conversation.abandoned"),
  SERVICE_LEVEL("serviceLevel", QUEUE, HIGHER_IS_BETTER, RATIO, "conversation.service_level"),
  ASA("asa", QUEUE, LOWER_IS_BETTER, AVG, "conversation.answer_time"),
  AHT("aht", AGENT, LOWER_IS_BETTER, AVG, "conversation.duration"),
  TALK("talk", AGENT, LOWER_IS_BETTER, AVG, "conversation.talk_time"),
  HOLD("hold", AGENT, LOWER_IS_BETTER, AVG, "conversation.hold_time"),
  ACW("acw", AGENT, LOWER_IS_BETTER, AVG, "conversation.acw_time"),
  HANDLED("handled", AGENT, HIGHER_IS_BETTER, COUNT, "conversation.handled"),
  TRANSFERS("transfers", AGENT, LOWER_IS_BETTER, COUNT, "conversation.transferred"),
  OCCUPANCY("occupancy", AGENT, NEITHER, RATIO, "agent.occupancy"),
  TIME_ON_QUEUE("timeOnQueue", AGENT, HIGHER_IS_BETTER, SUM, "agent.on_queue_time"),
  HANDLED_PER_HOUR("handledPerHour", AGENT, HIGHER_IS_BETTER, RATIO, "agent.handled_per_hour"),
  ADHERENCE("adherence", AGENT, HIGHER_IS_BETTER, RATIO, "agent.adherence");

  private final String id;
  private final KpiScope scope;
  private final Direction direction;
  private final MetricType type;
  private final String field;

  KpiName(String id, KpiScope scope, Direction direction, MetricType type, String field) {
    this.id = id;
    this.scope = scope;
    this.direction = direction;
    this.type = type;
    this.field = field;
  }

  /** The name in files and snapshots. */
  public String id() {
    return id;
  }

  public KpiScope scope() {
    return scope;
  }

  public Direction direction() {
    return direction;
  }

  public MetricType type() {
    return type;
  }

  /** What the platform counts. */
  public String field() {
    return field;
  }

  /** The unit its figures are kept in. */
  public MetricUnit unit() {
    // conversations over hours: a ratio on the wire, not a share
    return this == HANDLED_PER_HOUR ? MetricUnit.COUNT : type.unit();
  }

  /** The KPI of this name. */
  public static Optional<KpiName> of(String id) {
    return Arrays.stream(values()).filter(name -> name.id.equals(id)).findFirst();
  }

  /** The KPI that is the platform's metric {@code type} of {@code field}. */
  public static Optional<KpiName> of(MetricType type, String field) {
    return Arrays.stream(values())
        .filter(name -> name.type == type && name.field.equals(field))
        .findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(KpiName::id).toList();
  }
}
