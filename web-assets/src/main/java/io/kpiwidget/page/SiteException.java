package io.kpiwidget.page;

import java.util.List;
import java.util.stream.Collectors;

/** A site that no pages are made for, with all that is wrong with it. */
public final class SiteException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  SiteException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All of them, so that a file is mended in one go. */
  public List<Problem> problems() {
    return problems;
  }
}
