package io.kpiwidget.sandbox.floor;

import io.kpiwidget.sandbox.floor.FloorAgent.RosterSpan;
import io.kpiwidget.sandbox.floor.FloorListener.Roster;
import java.util.random.RandomGenerator;

/**
 * Sends agents to work, to breaks and home: planned by the roster, lived a little late, as people
 * do.
 */
final class RosterKeeper {
  private static final Draw LATENESS = Draw.exponential(70);

  private final Agenda agenda;
  private final Workday workday;
  private final RandomGenerator random;
  private final FloorListener listener;
  private final Staff staff;

  /** How the keeper moves agents. */
  interface Staff {
    void comeToWork(FloorAgent agent);

    void leaveFor(FloorAgent agent, AgentState target);
  }

  RosterKeeper(
      Agenda agenda, Workday workday, RandomGenerator random, FloorListener listener, Staff staff) {
    this.agenda = agenda;
    this.workday = workday;
    this.random = random;
    this.listener = listener;
    this.staff = staff;
  }

  void start(FloorAgent agent, int firstDay) {
    if (agent.spec().shift().equals(Shift.ALWAYS)) {
      staff.comeToWork(agent);
    } else {
      planDay(agent, firstDay);
    }
  }

  private void planDay(FloorAgent agent, int day) {
    var shift = agent.spec().shift();
    var from = workday.at(day, shift.start());
    for (var pause : shift.pauses()) {
      var away = workday.at(day, shift.start() + pause.after());
      var back = workday.at(day, shift.start() + pause.after() + pause.hours());
      working(agent, from, away);
      agenda.plan(away + LATENESS.millis(random), () -> staff.leaveFor(agent, pause.state()));
      expect(agent, Roster.AWAY, new RosterSpan(away, back, false));
      from = back;
    }
    var end = workday.at(day, shift.start() + shift.length());
    working(agent, from, end);
    agenda.plan(end, () -> listener.rosterChanged(agent.id(), Roster.NOTHING, end));
    agenda.plan(end + LATENESS.millis(random), () -> staff.leaveFor(agent, AgentState.OFF_DUTY));
    agenda.plan(end, () -> planDay(agent, day + 1));
  }

  private void working(FloorAgent agent, long from, long to) {
    agenda.plan(from + LATENESS.millis(random), () -> staff.comeToWork(agent));
    expect(agent, Roster.ON_QUEUE, new RosterSpan(from, to, true));
  }

  private void expect(FloorAgent agent, Roster roster, RosterSpan span) {
    agent.plan(span);
    agenda.plan(span.from(), () -> listener.rosterChanged(agent.id(), roster, span.from()));
  }
}
