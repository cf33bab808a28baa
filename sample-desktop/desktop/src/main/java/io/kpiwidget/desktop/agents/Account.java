package io.kpiwidget.desktop.agents;

import io.kpiwidget.host.AgentSession;
import java.util.ArrayList;
import java.util.List;

/** An agent who may sign in, with the ids of the queues they serve. */
public record Account(String id, String name, List<String> queues) {

  public Account {
    queues = List.copyOf(queues);
  }

  /** The same agent after leaving {@code from} for {@code to}. */
  public Account moved(String from, String to) {
    List<String> next = new ArrayList<>(queues);
    next.replaceAll(q -> q.equals(from) ? to : q);
    return new Account(id, name, next.stream().distinct().toList());
  }

  /** What plugins are told; the desktop does not know the agent's time zone. */
  public AgentSession session() {
    return AgentSession.of(id).name(name).queues(queues).build();
  }

  /** Two letters for a round picture. */
  public String initials() {
    String trimmed = name.trim();
    int last = trimmed.lastIndexOf(' ');
    return first(trimmed) + (last < 0 ? "" : first(trimmed.substring(last + 1)));
  }

  private static String first(String word) {
    return word.isEmpty() ? "?" : word.substring(0, 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
