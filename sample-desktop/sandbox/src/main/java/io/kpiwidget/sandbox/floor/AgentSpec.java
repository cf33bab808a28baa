package io.kpiwidget.sandbox.floor;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** An agent as planned. */
public record AgentSpec(
    String id, String name, Set<String> skills, List<String> queues, Shift shift, ZoneId zone) {
  public AgentSpec {
    skills = Set.copyOf(skills);
    queues = List.copyOf(queues);
  }
}
