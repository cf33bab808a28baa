package io.kpiwidget.sandbox.truth;

import io.kpiwidget.sandbox.floor.Conversation;

/** From midnight until now, simulated milliseconds. */
record Day(long midnight, long now) {
  /** Agents' times are published at whole half minutes. */
  long published() {
    return now / 30_000 * 30_000;
  }

  boolean began(Conversation conversation) {
    return conversation.startedAt() >= midnight && conversation.startedAt() <= now;
  }

  boolean past(long moment) {
    return moment <= now;
  }
}
