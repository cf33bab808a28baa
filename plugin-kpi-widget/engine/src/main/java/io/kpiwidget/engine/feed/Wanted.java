package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.widget.QueryPlan.Part;

/** Which figures a round must have from the platform, even when there are fresh ones. */
enum Wanted {
  /** None: what is fresh will do. */
  FRESH,
  /** The agent's own: a conversation has ended. */
  OWN,
  /** All: the agent asked. */
  NEWEST;

  /** A trend's half hours change too seldom to be asked for out of turn. */
  boolean covers(Part part) {
    return !part.isTrend() && (this == NEWEST || (this == OWN && part == Part.AGENT));
  }
}
