package io.kpiwidget.sandbox.floor;

import java.util.List;

/** A daily shift on the centre's clock, hours of the day; it may pass midnight. */
public record Shift(double start, double length, List<Pause> pauses) {
  /** Time away from the queues: {@code after} hours from the shift's start. */
  record Pause(AgentState state, double after, double hours) {}

  /** On the queues from the beginning and for ever; for models that are compared with formulas. */
  public static final Shift ALWAYS = new Shift(0, Double.POSITIVE_INFINITY, List.of());

  public Shift {
    pauses = List.copyOf(pauses);
  }

  /** When it begins on the day on which the simulation starts; simulated epoch millis. */
  public long beginsAt(long simulationStart) {
    return new Workday(simulationStart).at(0, start);
  }

  /** When it is over on that day, or in the night after it; simulated epoch millis. */
  public long endsAt(long simulationStart) {
    return new Workday(simulationStart).at(0, start + length);
  }

  /**
   * Eight hours with two coffee breaks, lunch and a team talk, moved a little by {@code stagger}
   * hours so that not all leave at once.
   */
  static Shift daily(double start, double stagger) {
    return new Shift(
        start,
        8,
        List.of(
            new Pause(AgentState.BREAK, 1.75 + stagger, .25),
            new Pause(AgentState.BREAK, 3.6 + stagger, .5),
            new Pause(AgentState.OFF_QUEUE, 5.3 + stagger, .4),
            new Pause(AgentState.BREAK, 6.7 + stagger, .25)));
  }

  /**
   * Nine hours around the moment when the simulation starts: the breaks of the morning are over by
   * then, lunch is two hours away. Whoever signs in sees a day with figures and is on queue.
   */
  static Shift longMorning(double stagger) {
    return new Shift(
        6 + stagger,
        9.25,
        List.of(
            new Pause(AgentState.BREAK, 1.75, .25),
            new Pause(AgentState.OFF_QUEUE, 3.25, .25),
            new Pause(AgentState.BREAK, 6.75, .5),
            new Pause(AgentState.BREAK, 8.25, .25)));
  }
}
