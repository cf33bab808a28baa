package io.kpiwidget.engine.platform;

/** A queue the agent serves. */
public record Queue(String id, String name) {}
