package io.kpiwidget.desktop.conversation;

/** What an agent can do with a conversation. */
public enum Command {
  ANSWER,
  HOLD,
  RESUME,
  TRANSFER,
  HANG_UP,
  FINISH
}
