package io.kpiwidget.sandbox.floor;

/**
 * A queue as planned: who is wanted, how often conversations come and how long callers wait before
 * they give up.
 */
public record QueueSpec(
    String id,
    String name,
    Traits traits,
    Intensity arrivals,
    HandleTimes times,
    Draw patience,
    double transferShare) {
  /**
   * What a queue is sorted by. Routing looks at the skill alone.
   *
   * @param division the part of the company that owns the queue, as {@code div-sales}
   * @param language of the callers, ISO 639-1
   */
  public record Traits(String division, String skill, String language) {}
}
