package io.kpiwidget.engine.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of the tests, and what the reader says of them. */
final class Definitions {

  private static final Path RESOURCES = Path.of("src/test/resources");

  static final Path GOOD = RESOURCES.resolve("definitions/good");
  static final Path BAD = RESOURCES.resolve("definitions/bad");
  static final Path FIVE = RESOURCES.resolve("definitions/five-mistakes.json");
  static final Path GOOD_CONFIGURATIONS = RESOURCES.resolve("configurations/good");
  static final Path BAD_CONFIGURATIONS = RESOURCES.resolve("configurations/bad");

  private Definitions() {}

  static List<Path> in(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the reader finds in a definition, whatever {@link Lint} would take the file for. */
  static List<Problem> problems(Path file) {
    var problems = new Problems();
    JsonFile.read(file, problems).ifPresent(WidgetReader::read);
    return problems.all();
  }

  /** The rules after which the files of a folder of bad ones are named. */
  static Set<Rule> rules(Path folder) {
    return in(folder).stream()
        .map(file -> rule(file.getFileName().toString().replace(".json", "")))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
  }

  static Rule rule(String id) {
    return Rule.valueOf(id.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
