package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.identity.Identity;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the agent may see.
 *
 * @param denied permissions that the platform refused although its own list has them
 */
public record Access(Identity identity, Set<String> denied) {

  public Access {
    denied = Set.copyOf(denied);
  }

  /** The permission that stands between the agent and {@code kpi}, if one does. */
  public Optional<String> missing(Kpi kpi) {
    return Stream.of(KpiCatalogue.REPORT_VIEW, kpi.permission())
        .filter(permission -> !has(permission))
        .findFirst();
  }

  /** Whether the agent may see anything at all. */
  public boolean toReports() {
    return has(KpiCatalogue.REPORT_VIEW);
  }

  private boolean has(String permission) {
    return identity.may(permission) && !denied.contains(permission);
  }
}
