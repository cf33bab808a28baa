package io.kpiwidget.sandbox.platform;

import io.kpiwidget.sandbox.floor.AgentState;
import io.kpiwidget.sandbox.floor.FloorListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the platform learned, event by event: the source of every query answer. Guarded by the
 * centre's lock.
 */
public final class Facts implements FloorListener {
  enum Kind {
    OFFERED,
    ANSWERED,
    ABANDONED,
    TRANSFERRED,
    HANDLED
  }

  /**
   * A fact about a conversation; {@code times}: the wait of ANSWERED; total, talk, hold, after-call
   * of HANDLED.
   */
  record Fact(
      Kind kind, String queue, @Nullable String agent, long startedAt, List<Duration> times) {}

  private final Map<String, List<Fact>> byQueue = new HashMap<>();
  private final Map<String, StatusTimes> byAgent = new HashMap<>();

  List<Fact> of(String queue) {
    return byQueue.getOrDefault(queue, List.of());
  }

  StatusTimes statusOf(String agent) {
    return byAgent.computeIfAbsent(agent, id -> new StatusTimes());
  }

  /** Drops facts of conversations that began before {@code moment}. */
  void forget(long moment) {
    byQueue.values().forEach(facts -> facts.removeIf(fact -> fact.startedAt < moment));
    byAgent.values().forEach(times -> times.forget(moment));
  }

  private void add(Fact fact) {
    byQueue.computeIfAbsent(fact.queue, id -> new ArrayList<>()).add(fact);
  }

  @Override
  public void offered(String queue, long startedAt) {
    add(new Fact(Kind.OFFERED, queue, null, startedAt, List.of()));
  }

  @Override
  public void answered(String queue, String agent, long startedAt, Duration waited) {
    add(new Fact(Kind.ANSWERED, queue, agent, startedAt, List.of(waited)));
  }

  @Override
  public void abandoned(String queue, long startedAt) {
    add(new Fact(Kind.ABANDONED, queue, null, startedAt, List.of()));
  }

  @Override
  public void transferred(String queue, String agent, long startedAt) {
    add(new Fact(Kind.TRANSFERRED, queue, agent, startedAt, List.of()));
  }

  @Override
  public void handled(String queue, String agent, long startedAt, HandledParts parts) {
    add(
        new Fact(
            Kind.HANDLED,
            queue,
            agent,
            startedAt,
            List.of(parts.total(), parts.talk(), parts.hold(), parts.afterCall())));
  }

  @Override
  public void stateChanged(String agent, AgentState state, long at) {
    statusOf(agent).state(state, at);
  }

  @Override
  public void rosterChanged(String agent, Roster roster, long at) {
    statusOf(agent).roster(roster, at);
  }
}
