package io.kpiwidget.desktop.agents;

import io.kpiwidget.host.AgentSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An agent who may sign in, with the ids of the queues they serve, and what they can do when. */
public record Account(
    String id, String name, List<String> queues, List<String> skills, Optional<Shift> shift) {

  /** When the agent is to be at work. */
  public record Shift(Instant start, Instant end) {
    public Shift {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException("a shift starts " + start + " and ends " + end);
      }
    }
  }

  public Account {
    queues = List.copyOf(queues);
    skills = List.copyOf(skills);
  }

  /** An agent whose skills and shift the desktop does not know. */
  public Account(String id, String name, List<String> queues) {
    this(id, name, queues, List.of(), Optional.empty());
  }

  /** The same agent after leaving {@code from} for {@code to}. */
  public Account moved(String from, String to) {
    List<String> next = new ArrayList<>(queues);
    next.replaceAll(q -> q.equals(from) ? to : q);
    return new Account(id, name, next.stream().distinct().toList(), skills, shift);
  }

  /**
   * What plugins are told; the desktop does not know the agent's time zone or division. What
   * another agent did is left out.
   */
  public AgentSession session(Optional<Activity> activity) {
    AgentSession.Builder session = AgentSession.of(id).name(name).queues(queues).skills(skills);
    shift.ifPresent(known -> session.shift(known.start(), known.end()));
    activity
        .filter(mine -> mine.agentId().equals(id))
        .ifPresent(mine -> session.agentState(mine.label(), mine.since()));
    return session.build();
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
