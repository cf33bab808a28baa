package io.kpiwidget.engine.platform;

import java.util.Set;

/** Whom the platform takes us for, and what they may do. */
public record Permissions(String agentId, String agentName, Set<String> names) {

  public Permissions {
    names = Set.copyOf(names);
  }
}
