package io.kpiwidget.engine.config;

import java.nio.file.Path;

/** A configuration that cannot be used: which file, where in it, what to do. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String pointer;
  private final String problem;
  private final String nextStep;

  /** {@code pointer} is a JSON pointer (RFC 6901); empty for the file as a whole. */
  public ConfigException(Path file, String pointer, String problem, String nextStep) {
    super(file + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + problem);
    this.file = file;
    this.pointer = pointer;
    this.problem = problem;
    this.nextStep = nextStep;
  }

  public Path file() {
    return file;
  }

  public String pointer() {
    return pointer;
  }

  public String problem() {
    return problem;
  }

  public String nextStep() {
    return nextStep;
  }
}
