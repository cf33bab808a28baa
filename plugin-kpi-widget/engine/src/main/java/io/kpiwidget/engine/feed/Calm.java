package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.util.Map;

/** For how many rounds in a row no figure has changed. Feed thread. */
final class Calm {

  private Map<Part, Long> last = Map.of();
  private int rounds;

  /** One more round, by the versions of its answers. */
  void saw(Map<Part, Long> versions) {
    rounds = versions.equals(last) ? rounds + 1 : 0;
    last = versions;
  }

  /** Something happened that may change figures, or somebody looks. */
  void end() {
    rounds = 0;
    last = Map.of();
  }

  int rounds() {
    return rounds;
  }
}
