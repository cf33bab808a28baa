package io.kpiwidget.engine.config;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The stretch of time that a definition's figures are of, before agent, zone and hour are known.
 */
public sealed interface Window {

  /** The name in files and snapshots. */
  String id();

  /** The window with this id. */
  static Optional<Window> of(String id) {
    return LastMinutes.in(id)
        .or(
            () ->
                Stream.<Window>of(new Day(), new Shift(), new Interval(), new Week())
                    .filter(window -> window.id().equals(id))
                    .findFirst());
  }

  /** The agent's whole day. */
  record Day() implements Window {
    @Override
    public String id() {
      return "day";
    }
  }

  /** The agent's shift, which only the desktop knows. */
  record Shift() implements Window {
    @Override
    public String id() {
      return "shift";
    }
  }

  /** The half hour by which contact centres plan and report. */
  record Interval() implements Window {
    @Override
    public String id() {
      return "interval";
    }
  }

  /** From Monday until the end of the agent's day. */
  record Week() implements Window {
    @Override
    public String id() {
      return "week";
    }
  }

  /** The minutes before now: from one to a day's. */
  record LastMinutes(int minutes) implements Window {

    private static final int MOST = 1440;

    // one way to write a number, so that equal windows have equal ids
    private static final Pattern ID = Pattern.compile("last([1-9][0-9]{0,3})Minutes");

    public LastMinutes {
      if (!counts(minutes)) {
        throw new IllegalArgumentException("minutes are not in 1.." + MOST + ": " + minutes);
      }
    }

    @Override
    public String id() {
      return "last" + minutes + "Minutes";
    }

    private static Optional<Window> in(String id) {
      var written = ID.matcher(id);
      int minutes = written.matches() ? Integer.parseInt(written.group(1)) : 0;
      return counts(minutes) ? Optional.of(new LastMinutes(minutes)) : Optional.empty();
    }

    private static boolean counts(int minutes) {
      return minutes >= 1 && minutes <= MOST;
    }
  }
}
