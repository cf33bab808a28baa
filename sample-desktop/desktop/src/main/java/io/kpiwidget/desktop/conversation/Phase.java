package io.kpiwidget.desktop.conversation;

import java.util.EnumSet;
import java.util.Set;

/** Where a conversation is in its life. */
public enum Phase {
  RINGING("Ringing"),
  CONNECTED("Connected"),
  HELD("On hold"),
  WRAP_UP("After-call work"),
  ENDED("Ended"),
  TRANSFERRED("Transferred"),
  MISSED("Missed");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /** True while the conversation needs its agent. */
  public boolean active() {
    return this == RINGING || this == CONNECTED || this == HELD || this == WRAP_UP;
  }

  /** True while two people are on the line. */
  public boolean onLine() {
    return this == CONNECTED || this == HELD;
  }

  /** What the agent can do in this phase. */
  public Set<Command> commands() {
    return switch (this) {
      case RINGING -> EnumSet.of(Command.ANSWER, Command.HANG_UP);
      case CONNECTED -> EnumSet.of(Command.HOLD, Command.TRANSFER, Command.HANG_UP);
      case HELD -> EnumSet.of(Command.RESUME, Command.TRANSFER, Command.HANG_UP);
      case WRAP_UP -> EnumSet.of(Command.FINISH);
      case ENDED, TRANSFERRED, MISSED -> EnumSet.noneOf(Command.class);
    };
  }

  @Override
  public String toString() {
    return label;
  }
}
