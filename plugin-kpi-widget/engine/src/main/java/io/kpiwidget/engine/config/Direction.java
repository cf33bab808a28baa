package io.kpiwidget.engine.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which way is good. */
public enum Direction {
  LOWER_IS_BETTER("lower"),
  HIGHER_IS_BETTER("higher"),
  NEITHER("none");

  private final String id;

  Direction(String id) {
    this.id = id;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  static Optional<Direction> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Direction::id).toList();
  }
}
