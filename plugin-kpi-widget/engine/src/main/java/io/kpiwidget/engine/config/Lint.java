package io.kpiwidget.engine.config;

import java.nio.file.Path;
import java.util.List;

/** The checks of a start, for a file that nobody starts yet. */
public final class Lint {

  private static final List<String> OF_CONFIG = List.of("platform", "token", "view", "browser");
  private static final List<String> OF_WIDGET =
      List.of("metrics", "filter", "dataSource", "refreshInterval", "chartType");

  private Lint() {}

  /**
   * All problems of a configuration, or of a widget's definition alone; none when all is well.
   * Blocks.
   */
  public static List<Problem> check(Path file) {
    var problems = new Problems();
    JsonFile.read(file, problems).ifPresent(root -> check(root, problems));
    return problems.all();
  }

  private static void check(Fields root, Problems problems) {
    if (OF_CONFIG.stream().anyMatch(root::isNamed)) {
      ConfigReader.config(root, problems);
    } else if (OF_WIDGET.stream().anyMatch(root::isNamed)) {
      WidgetReader.read(root);
    } else {
      problems.add(
          new Problem(
              Rule.FILE_UNKNOWN,
              "",
              "",
              "neither a configuration nor a widget's definition",
              "A configuration has \"platform\" and \"token\", a definition has \"metrics\"."));
    }
  }
}
