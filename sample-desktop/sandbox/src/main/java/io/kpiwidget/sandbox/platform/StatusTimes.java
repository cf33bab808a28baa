package io.kpiwidget.sandbox.platform;

import io.kpiwidget.sandbox.floor.AgentState;
import io.kpiwidget.sandbox.floor.FloorListener.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An agent's time, cut wherever the state or the roster changed. Guarded by the centre's lock. */
final class StatusTimes {
  /** From {@code from} until the next stretch begins. */
  record Stretch(long from, AgentState state, Roster roster) {
    boolean handling() {
      return state.handling();
    }

    boolean onQueue() {
      return state.onQueue();
    }

    boolean rostered() {
      return roster != Roster.NOTHING;
    }

    boolean adherent() {
      return rostered() && onQueue() == (roster == Roster.ON_QUEUE);
    }
  }

  private final List<Stretch> stretches = new ArrayList<>();
  private AgentState state = AgentState.OFF_DUTY;
  private Roster roster = Roster.NOTHING;

  void state(AgentState next, long at) {
    state = next;
    stretches.add(new Stretch(at, state, roster));
  }

  void roster(Roster next, long at) {
    roster = next;
    stretches.add(new Stretch(at, state, roster));
  }

  /** Keeps the stretch in which {@code moment} lies. */
  void forget(long moment) {
    while (stretches.size() > 1 && stretches.get(1).from <= moment) {
      stretches.remove(0);
    }
  }

  /** Milliseconds of [from, to) in stretches that count. */
  long millis(long from, long to, Predicate<Stretch> counts) {
    long sum = 0;
    var end = to;
    for (var i = stretches.size() - 1; i >= 0 && end > from; i--) {
      var stretch = stretches.get(i);
      if (stretch.from < end) {
        sum += counts.test(stretch) ? end - Math.max(from, stretch.from) : 0;
        end = stretch.from;
      }
    }
    return sum;
  }
}
