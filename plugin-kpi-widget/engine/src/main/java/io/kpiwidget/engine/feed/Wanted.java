package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.Demand;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.time.Duration;

/** Which figures a round must have from the platform, even when there are fresh ones. */
enum Wanted {
  /** None: what is fresh will do. */
  FRESH,
  /** The agent's own: a conversation has ended. */
  OWN,
  /** All: the agent asked. */
  NEWEST;

  /** A conversation's end is heard by every widget: one call serves them all. */
  private static final Duration TOGETHER = Duration.ofSeconds(1);

  /**
   * What is demanded of an answer to the question for {@code part}. A trend's half hours change too
   * seldom to be asked for out of turn.
   *
   * @param early how long before figures are over the next ones are asked for
   */
  Demand of(Part part, Duration early) {
    if (part.isTrend()) {
      return Demand.NONE;
    }
    if (this == NEWEST) {
      return Demand.NEWEST;
    }
    return this == OWN && part == Part.AGENT
        ? Demand.CURRENT.within(TOGETHER)
        : Demand.CURRENT.freshFor(early);
  }
}
