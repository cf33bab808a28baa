package io.kpiwidget.desktop.conversation;

/** How a conversation is held. */
public enum Media {
  VOICE("Call"),
  CHAT("Chat"),
  EMAIL("E-mail");

  private final String label;

  Media(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
