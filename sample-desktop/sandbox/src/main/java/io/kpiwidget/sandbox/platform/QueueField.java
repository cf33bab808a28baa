package io.kpiwidget.sandbox.platform;

import io.kpiwidget.sandbox.floor.QueueSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a clause can ask of a queue. */
enum QueueField {
  ID,
  DIVISION,
  SKILL,
  LANGUAGE;

  static Optional<QueueField> find(String name) {
    return Arrays.stream(values()).filter(field -> field.onTheWire().equals(name)).findFirst();
  }

  String of(QueueSpec queue) {
    return switch (this) {
      case ID -> queue.id();
      case DIVISION -> queue.traits().division();
      case SKILL -> queue.traits().skill();
      case LANGUAGE -> queue.traits().language();
    };
  }

  private String onTheWire() {
    return "queue." + name().toLowerCase(Locale.ROOT);
  }
}
