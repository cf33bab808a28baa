package io.kpiwidget.desktop.agents;

/** A queue by id, with the name people know. */
public record QueueRef(String id, String name) {

  @Override
  public String toString() {
    return name;
  }
}
