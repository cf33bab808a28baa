package io.kpiwidget.engine.cache;

/** How much the platform's word about keeping its answers counts. */
public enum Policy {

  /** All of it; where it says nothing, the question's times. */
  HONOUR,

  /** As much, but what may be kept serves for the question's times at least. */
  FLOOR,

  /**
   * Nothing. The real platform forbids to keep any answer, which would make each look of an agent a
   * call; so they are kept in memory only, for their own agent only, until that agent leaves.
   */
  OVERRIDE
}
