package io.kpiwidget.engine.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong while a file was read: all of it, so that it can be mended in one go. */
final class Problems {

  private final List<Problem> all = new ArrayList<>();

  void add(Problem problem) {
    all.add(problem);
  }

  List<Problem> all() {
    return List.copyOf(all);
  }

  /** Ends the reading of {@code file} when it cannot be used. */
  void refuse(Path file) throws ConfigException {
    if (all.stream().anyMatch(Problem::isError)) {
      throw new ConfigException(file, all());
    }
  }
}
