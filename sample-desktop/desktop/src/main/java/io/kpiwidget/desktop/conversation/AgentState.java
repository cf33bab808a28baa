package io.kpiwidget.desktop.conversation;

/** What an agent says they are doing. */
public enum AgentState {
  AVAILABLE("Available"),
  BREAK("Break"),
  LUNCH("Lunch"),
  MEETING("Meeting"),
  TRAINING("Training");

  private final String label;

  AgentState(String label) {
    this.label = label;
  }

  /** True when calls may be offered. */
  public boolean takesCalls() {
    return this == AVAILABLE;
  }

  @Override
  public String toString() {
    return label;
  }
}
