package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.platform.Queue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who asks, and what the platform lets them see.
 *
 * @param agent as the desktop tells
 * @param identity as the platform tells
 * @param refused what it refused although its own lists have it
 */
public record Access(Agent agent, Identity identity, Refused refused) {

  /** Every query takes it (guide, edge case 3). */
  public static final String REPORT_VIEW = "analytics:report:view";

  /**
   * What the platform said no to.
   *
   * @param permissions by name
   * @param queues by id: closed since somebody wrote the id down
   * @param kpis by id: figures that the platform does not have
   */
  public record Refused(Set<String> permissions, Set<String> queues, Set<String> kpis) {

    public static final Refused NOTHING = new Refused(Set.of(), Set.of(), Set.of());

    public Refused {
      permissions = Set.copyOf(permissions);
      queues = Set.copyOf(queues);
      kpis = Set.copyOf(kpis);
    }
  }

  /** The queues that the agent serves and the platform still has. */
  public List<Queue> queues() {
    return identity.queues().stream()
        .filter(queue -> !refused.queues().contains(queue.id()))
        .toList();
  }

  /** The permission that stands between the agent and {@code kpi}, if one does. */
  public Optional<String> missing(Kpi kpi) {
    return Stream.of(REPORT_VIEW, kpi.permission())
        .filter(permission -> !has(permission))
        .findFirst();
  }

  /** Whether the agent may see anything at all. */
  public boolean toReports() {
    return has(REPORT_VIEW);
  }

  /** Whether {@code kpi} is worth asking for. */
  boolean isAsked(Kpi kpi) {
    return missing(kpi).isEmpty() && !refused.kpis().contains(kpi.id());
  }

  private boolean has(String permission) {
    return identity.may(permission) && !refused.permissions().contains(permission);
  }
}
