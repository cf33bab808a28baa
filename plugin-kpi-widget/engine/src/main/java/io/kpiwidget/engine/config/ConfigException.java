package io.kpiwidget.engine.config;

import java.nio.file.Path;
import java.util.List;

/** A file that cannot be used: which, what is wrong in it and where, what to do. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final transient List<Problem> problems;

  ConfigException(Path file, List<Problem> problems) {
    super(message(file, problems));
    this.file = file;
    this.problems = List.copyOf(problems);
  }

  public Path file() {
    return file;
  }

  /** At least one of them is an error. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(Path file, List<Problem> problems) {
    var first = problems.stream().filter(Problem::isError).findFirst().orElseThrow();
    var more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    var where = first.pointer().isEmpty() ? "" : " at " + first.pointer();
    return file + where + ": " + first.sentence() + more;
  }
}
