package io.kpiwidget.sandbox.floor;

/** What an agent is doing; the last three are on queue. */
public enum AgentState {
  OFF_DUTY("offDuty"),
  BREAK("break"),
  OFF_QUEUE("offQueue"),
  IDLE("idle"),
  INTERACTING("interacting"),
  AFTER_CALL("afterCallWork");

  private final String word;

  AgentState(String word) {
    this.word = word;
  }

  /** The name on the wire. */
  public String word() {
    return word;
  }

  public boolean onQueue() {
    return compareTo(IDLE) >= 0;
  }

  /** On queue and not available: what occupancy counts. */
  public boolean handling() {
    return compareTo(IDLE) > 0;
  }
}
