package io.kpiwidget.sandbox.floor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An agent at work, with the raw log of states. Guarded by the floor's lock. */
public final class FloorAgent {
  /** From {@code at} on the agent was in {@code state}. */
  public record StateChange(long at, AgentState state) {}

  /** A stretch of the roster: on queue or, inside a shift, away. Half-open. */
  public record RosterSpan(long from, long to, boolean onQueue) {}

  private final AgentSpec spec;
  private final Set<String> queues;
  private final Set<String> skills;
  private final List<StateChange> log = new ArrayList<>();
  private final List<RosterSpan> roster = new ArrayList<>();
  private AgentState state = AgentState.OFF_DUTY;
  private long since;
  private @Nullable AgentState leavingFor;

  FloorAgent(AgentSpec spec, long start) {
    this.spec = spec;
    queues = new LinkedHashSet<>(spec.queues());
    skills = new TreeSet<>(spec.skills());
    become(AgentState.OFF_DUTY, start);
  }

  public AgentSpec spec() {
    return spec;
  }

  public String id() {
    return spec.id();
  }

  /** The queues the agent is a member of now. */
  public Set<String> queues() {
    return Collections.unmodifiableSet(queues);
  }

  public AgentState state() {
    return state;
  }

  public List<StateChange> log() {
    return Collections.unmodifiableList(log);
  }

  /** What the roster planned, in order of time; reaches into the future. */
  public List<RosterSpan> roster() {
    return Collections.unmodifiableList(roster);
  }

  long since() {
    return since;
  }

  boolean canTake(FloorQueue queue) {
    return state == AgentState.IDLE && serves(queue);
  }

  boolean serves(FloorQueue queue) {
    return queues.contains(queue.id()) && skills.contains(queue.spec().traits().skill());
  }

  void become(AgentState next, long at) {
    state = next;
    since = at;
    log.add(new StateChange(at, next));
  }

  /** Keeps the last change before {@code moment}: it says what the agent did at that moment. */
  void forget(long moment) {
    while (log.size() > 1 && log.get(1).at() <= moment) {
      log.remove(0);
    }
    roster.removeIf(span -> span.to() < moment);
  }

  void plan(RosterSpan span) {
    roster.add(span);
  }

  @Nullable AgentState leavingFor() {
    return leavingFor;
  }

  void leaveLater(@Nullable AgentState target) {
    leavingFor = target;
  }

  void join(FloorQueue queue) {
    queues.add(queue.id());
    skills.add(queue.spec().traits().skill());
  }

  void leave(String queue) {
    queues.remove(queue);
  }
}
