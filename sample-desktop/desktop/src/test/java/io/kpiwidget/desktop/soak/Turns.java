package io.kpiwidget.desktop.soak;

import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When the desktop could be seen and when not, by turns; the last one goes on to the end.
 *
 * @param all in order
 */
record Turns(List<Turn> all) {

  /** One of them, until the next begins. */
  record Turn(Instant from, Instant until, boolean visible) {

    boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /** As {@link HidingDesktop} wrote them down, a line each. */
  static Turns read(List<String> lines) {
    var turns = new ArrayList<Turn>();
    for (int i = 0; i < lines.size(); i++) {
      var line = JsonParser.parseString(lines.get(i)).getAsJsonObject();
      var until = i + 1 < lines.size() ? at(lines.get(i + 1)) : Instant.MAX;
      turns.add(new Turn(at(lines.get(i)), until, line.get("visible").getAsBoolean()));
    }
    return new Turns(List.copyOf(turns));
  }

  private static Instant at(String line) {
    return Instant.parse(JsonParser.parseString(line).getAsJsonObject().get("at").getAsString());
  }

  List<Turn> visible() {
    return all.stream().filter(Turn::visible).toList();
  }

  List<Turn> hidden() {
    return all.stream().filter(turn -> !turn.visible()).toList();
  }
}
