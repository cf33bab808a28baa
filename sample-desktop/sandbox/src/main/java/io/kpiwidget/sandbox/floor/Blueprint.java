package io.kpiwidget.sandbox.floor;

import java.util.List;

/** Everything a simulation is built from. */
public record Blueprint(List<QueueSpec> queues, List<AgentSpec> agents) {
  public Blueprint {
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
  }
}
