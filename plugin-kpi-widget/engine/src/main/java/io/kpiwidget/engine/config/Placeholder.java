package io.kpiwidget.engine.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a definition leaves open until an agent is known (guide §2). */
public enum Placeholder {
  /** The agent's queues: one placeholder expands to as many values. */
  QUEUE_ID,
  USER_ID,
  START_TIME,
  END_TIME;

  /** As it is written in a definition. */
  public String token() {
    return "{{" + name() + "}}";
  }

  /** The placeholder that {@code text} is as a whole. */
  public static Optional<Placeholder> in(String text) {
    return Arrays.stream(values()).filter(p -> p.token().equals(text)).findFirst();
  }

  static List<String> tokens() {
    return Arrays.stream(values()).map(Placeholder::token).toList();
  }
}
