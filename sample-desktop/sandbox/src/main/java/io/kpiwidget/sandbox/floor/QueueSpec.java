package io.kpiwidget.sandbox.floor;

/**
 * A queue as planned: who is wanted, how often conversations come and how long callers wait before
 * they give up.
 */
public record QueueSpec(
    String id,
    String name,
    String skill,
    Intensity arrivals,
    HandleTimes times,
    Draw patience,
    double transferShare) {}
