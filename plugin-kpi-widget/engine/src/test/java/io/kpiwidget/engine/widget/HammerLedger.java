package io.kpiwidget.engine.widget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the hammered desktops say that they do, and what a registry may answer after that. Each
 * widget has one writer whose turns rise, but for the shared ones. Any thread.
 */
final class HammerLedger {

  /** A put or a forgetting: the only one of its widget with this turn. */
  record Act(String verb, String widget, long turn) {

    static final String PUT = "put";
    static final String FORGET = "forget";

    /** The state of the registry when it is done. */
    Optional<String> result() {
      return verb.equals(PUT) ? Optional.of(id(widget, turn)) : Optional.empty();
    }
  }

  enum Verdict {
    RIGHT,
    WRONG,
    LOST
  }

  private final Map<String, Act> done = new HashMap<>();
  private final Map<String, List<Act>> undecided = new HashMap<>();
  private long puts;
  private long forgets;

  static String id(String widget, long turn) {
    return widget + "-" + turn;
  }

  static boolean isShared(String widget) {
    return widget.startsWith("shared");
  }

  static boolean isForgettable(String widget) {
    return widget.startsWith("passing");
  }

  synchronized void begin(Act act) {
    undecided.computeIfAbsent(act.widget(), widget -> new ArrayList<>()).add(act);
  }

  synchronized void done(Act act) {
    done.put(act.widget(), act);
    undecided.remove(act.widget());
    if (act.verb().equals(Act.PUT)) {
      puts++;
    } else {
      forgets++;
    }
  }

  synchronized Set<String> widgets() {
    return Set.copyOf(done.keySet());
  }

  synchronized Optional<Act> lastDone(String widget) {
    return Optional.ofNullable(done.get(widget));
  }

  synchronized long puts() {
    return puts;
  }

  synchronized long forgets() {
    return forgets;
  }

  /** Judges what was read while the writers went on, after {@code before} had been done. */
  static Verdict judge(Act before, Optional<String> id) {
    if (id.isEmpty()) {
      return isForgettable(before.widget()) ? Verdict.RIGHT : Verdict.LOST;
    }
    if (!id.get().matches(before.widget() + "-\\d+")) {
      return Verdict.WRONG;
    }
    long turn = Long.parseLong(id.get().substring(before.widget().length() + 1));
    boolean old = turn < before.turn() || (turn == before.turn() && before.result().isEmpty());
    return old && !isShared(before.widget()) ? Verdict.WRONG : Verdict.RIGHT;
  }

  /** Judges what is read when every writer is dead: what was done, or what the kill cut short. */
  synchronized Verdict judgeAtRest(String widget, Optional<String> id) {
    var last = done.get(widget);
    if (isShared(widget)) {
      return last == null ? Verdict.RIGHT : judge(last, id);
    }
    var possible =
        undecided.getOrDefault(widget, List.of()).stream()
            .map(Act::result)
            .collect(Collectors.toSet());
    possible.add(last == null ? Optional.empty() : last.result());
    if (possible.contains(id)) {
      return Verdict.RIGHT;
    }
    return id.isEmpty() ? Verdict.LOST : Verdict.WRONG;
  }
}
