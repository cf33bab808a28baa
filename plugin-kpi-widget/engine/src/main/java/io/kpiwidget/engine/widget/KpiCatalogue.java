package io.kpiwidget.engine.widget;

import static io.kpiwidget.engine.config.MetricType.AVG;
import static io.kpiwidget.engine.config.MetricType.COUNT;
import static io.kpiwidget.engine.config.MetricType.OLDEST;
import static io.kpiwidget.engine.config.MetricType.RATIO;
import static io.kpiwidget.engine.config.MetricType.SUM;
import static io.kpiwidget.engine.widget.Kpi.Direction.HIGHER_IS_BETTER;
import static io.kpiwidget.engine.widget.Kpi.Direction.LOWER_IS_BETTER;
import static io.kpiwidget.engine.widget.Kpi.Direction.NEITHER;
import static io.kpiwidget.engine.widget.Kpi.Scope.AGENT;
import static io.kpiwidget.engine.widget.Kpi.Scope.QUEUE;

import io.kpiwidget.engine.config.KpiName;
import io.kpiwidget.engine.config.MetricType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The KPIs agents care about: unit, owner, direction, permission, and the platform's metric. */
public final class KpiCatalogue {

  /** Every query takes it (guide, edge case 3). */
  public static final String REPORT_VIEW = "analytics:report:view";

  private static final String OBSERVATIONS = "analytics:queueObservation:view";
  private static final String CONVERSATIONS = "analytics:conversationAggregate:view";
  private static final String AGENTS = "analytics:userAggregate:view";

  private static final Map<KpiName, Kpi> KPIS = new EnumMap<>(KpiName.class);

  static {
    observation(KpiName.WAITING, "Waiting", LOWER_IS_BETTER, COUNT, "queue.waiting");
    observation(KpiName.LONGEST_WAIT, "Longest wait", LOWER_IS_BETTER, OLDEST, "queue.wait_start");
    observation(KpiName.AGENTS_ON_QUEUE, "Agents on queue", NEITHER, COUNT, "agent.on_queue");
    observation(KpiName.AGENTS_IDLE, "Agents idle", NEITHER, COUNT, "agent.idle");
    observation(
        KpiName.AGENTS_INTERACTING, "Agents interacting", NEITHER, COUNT, "agent.interacting");
    ofQueue(KpiName.OFFERED, "Offered", NEITHER, COUNT, "conversation.id");
    ofQueue(KpiName.ANSWERED, "Answered", HIGHER_IS_BETTER, COUNT, "conversation.answered");
    ofQueue(KpiName.ABANDONED, "Abandoned", LOWER_IS_BETTER, COUNT, "conversation.abandoned");
    ofQueue(KpiName.ABANDON_RATE, "Abandon rate", LOWER_IS_BETTER, RATIO, "conversation.abandoned");
    ofQueue(
        KpiName.SERVICE_LEVEL,
        "Service level",
        HIGHER_IS_BETTER,
        RATIO,
        "conversation.service_level");
    ofQueue(KpiName.ASA, "Speed of answer", LOWER_IS_BETTER, AVG, "conversation.answer_time");
    own(KpiName.AHT, "Handle time", LOWER_IS_BETTER, AVG, "conversation.duration");
    own(KpiName.TALK, "Talk time", LOWER_IS_BETTER, AVG, "conversation.talk_time");
    own(KpiName.HOLD, "Hold time", LOWER_IS_BETTER, AVG, "conversation.hold_time");
    own(KpiName.ACW, "After-call work", LOWER_IS_BETTER, AVG, "conversation.acw_time");
    own(KpiName.HANDLED, "Handled", HIGHER_IS_BETTER, COUNT, "conversation.handled");
    own(KpiName.TRANSFERS, "Transfers", LOWER_IS_BETTER, COUNT, "conversation.transferred");
    day(KpiName.OCCUPANCY, "Occupancy", NEITHER, RATIO, "agent.occupancy");
    day(KpiName.TIME_ON_QUEUE, "Time on queue", HIGHER_IS_BETTER, SUM, "agent.on_queue_time");
    add(
        new Kpi(
            KpiName.HANDLED_PER_HOUR.id(),
            "Handled per hour",
            KpiUnit.COUNT, // conversations over hours: a ratio on the wire, not a share
            AGENT,
            HIGHER_IS_BETTER,
            AGENTS,
            RATIO,
            "agent.handled_per_hour"),
        KpiName.HANDLED_PER_HOUR);
    day(KpiName.ADHERENCE, "Adherence", HIGHER_IS_BETTER, RATIO, "agent.adherence");
  }

  private KpiCatalogue() {}

  public static Kpi get(KpiName name) {
    return Objects.requireNonNull(KPIS.get(name), name::id);
  }

  /** The KPI that is the platform's metric {@code type} of {@code field}. */
  static Optional<KpiName> of(MetricType type, String field) {
    return Arrays.stream(KpiName.values())
        .filter(name -> get(name).type() == type && get(name).field().equals(field))
        .findFirst();
  }

  /** The permission for a field we have no name for. */
  static String permissionFor(String field) {
    if (field.startsWith("queue.")) {
      return OBSERVATIONS;
    }
    return field.startsWith("agent.") ? AGENTS : CONVERSATIONS;
  }

  private static void observation(
      KpiName name, String title, Kpi.Direction direction, MetricType type, String field) {
    add(name, title, QUEUE, direction, OBSERVATIONS, type, field);
  }

  private static void ofQueue(
      KpiName name, String title, Kpi.Direction direction, MetricType type, String field) {
    add(name, title, QUEUE, direction, CONVERSATIONS, type, field);
  }

  private static void own(
      KpiName name, String title, Kpi.Direction direction, MetricType type, String field) {
    add(name, title, AGENT, direction, CONVERSATIONS, type, field);
  }

  private static void day(
      KpiName name, String title, Kpi.Direction direction, MetricType type, String field) {
    add(name, title, AGENT, direction, AGENTS, type, field);
  }

  private static void add(
      KpiName name,
      String title,
      Kpi.Scope scope,
      Kpi.Direction direction,
      String permission,
      MetricType type,
      String field) {
    var unit = KpiUnit.of(type);
    add(new Kpi(name.id(), title, unit, scope, direction, permission, type, field), name);
  }

  private static void add(Kpi kpi, KpiName name) {
    KPIS.put(name, kpi);
  }
}
