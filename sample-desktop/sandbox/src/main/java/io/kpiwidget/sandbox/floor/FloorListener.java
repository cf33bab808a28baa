package io.kpiwidget.sandbox.floor;

import java.time.Duration;

/** Hears what happens on the floor, at the moment it happens; called under the floor's lock. */
public interface FloorListener {
  void offered(String queue, long startedAt);

  void answered(String queue, String agent, long startedAt, Duration waited);

  void abandoned(String queue, long startedAt);

  void transferred(String queue, String agent, long startedAt);

  void handled(String queue, String agent, long startedAt, HandledParts parts);

  void stateChanged(String agent, AgentState state, long at);

  /** The roster wants the agent on queue, away from it, or expects nothing (outside the shift). */
  void rosterChanged(String agent, Roster roster, long at);

  /** The parts of a finished handling. */
  record HandledParts(Duration talk, Duration hold, Duration afterCall) {
    public Duration total() {
      return talk.plus(hold).plus(afterCall);
    }
  }

  /** What the roster expects of an agent. */
  enum Roster {
    NOTHING,
    ON_QUEUE,
    AWAY
  }
}
