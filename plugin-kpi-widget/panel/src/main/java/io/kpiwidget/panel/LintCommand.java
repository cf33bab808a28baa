package io.kpiwidget.panel;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kpiwidget.engine.config.Lint;
import io.kpiwidget.engine.config.Problem;
import io.kpiwidget.engine.config.Rule.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks files before a desktop starts with them. */
@Command(
    name = "lint",
    description = {
      "Checks configurations and widget definitions, as a start does.",
      "Exit code: 0 nothing to mend, 1 something to mend, 2 a wrong call."
    },
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Tell it as one JSON object.")
  private boolean json;

  @Option(names = "--errors-only", description = "Leave out what does not keep a file from use.")
  private boolean errorsOnly;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to check.")
  private List<Path> files = List.of();

  private record Checked(Path file, List<Problem> problems) {

    long count(Severity severity) {
      return problems.stream().filter(p -> p.rule().severity() == severity).count();
    }
  }

  @Override
  public Integer call() {
    var checked = files.stream().map(this::check).toList();
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new GsonBuilder()
              .setPrettyPrinting()
              .disableHtmlEscaping()
              .create()
              .toJson(all(checked)));
    } else {
      checked.forEach(each -> tell(out, each));
      out.println(summary(checked));
    }
    return checked.stream().allMatch(each -> each.problems().isEmpty()) ? 0 : 1;
  }

  private Checked check(Path file) {
    var problems = Lint.check(file).stream().filter(p -> p.isError() || !errorsOnly).toList();
    return new Checked(file, problems);
  }

  private static void tell(PrintWriter out, Checked checked) {
    for (var problem : checked.problems()) {
      out.println(
          "%s: %s%s [%s]".formatted(checked.file(), word(problem), where(problem), rule(problem)));
      out.println("    " + problem.sentence() + found(problem));
      out.println("    " + problem.nextStep());
    }
  }

  private static String word(Problem problem) {
    return problem.rule().severity().name().toLowerCase(Locale.ROOT);
  }

  private static String where(Problem problem) {
    return problem.pointer().isEmpty() ? "" : " at " + problem.pointer();
  }

  private static String rule(Problem problem) {
    return problem.rule().id();
  }

  private static String found(Problem problem) {
    return problem.value().isEmpty() ? "" : " (found " + problem.value() + ")";
  }

  private static String summary(List<Checked> checked) {
    return "%s, %s in %s."
        .formatted(
            counted(sum(checked, Severity.ERROR), "error"),
            counted(sum(checked, Severity.WARNING), "warning"),
            counted(checked.size(), "file"));
  }

  private static long sum(List<Checked> checked, Severity severity) {
    return checked.stream().mapToLong(each -> each.count(severity)).sum();
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static JsonObject all(List<Checked> checked) {
    var json = new JsonObject();
    var files = new JsonArray();
    checked.forEach(each -> files.add(json(each)));
    json.add("files", files);
    json.addProperty("errors", sum(checked, Severity.ERROR));
    json.addProperty("warnings", sum(checked, Severity.WARNING));
    return json;
  }

  private static JsonObject json(Checked checked) {
    var json = new JsonObject();
    json.addProperty("file", checked.file().toString());
    var problems = new JsonArray();
    checked.problems().forEach(each -> problems.add(json(each)));
    json.add("problems", problems);
    return json;
  }

  private static JsonObject json(Problem problem) {
    var json = new JsonObject();
    json.addProperty("severity", word(problem));
    json.addProperty("rule", rule(problem));
    json.addProperty("pointer", problem.pointer());
    json.addProperty("value", problem.value());
    json.addProperty("sentence", problem.sentence());
    json.addProperty("nextStep", problem.nextStep());
    return json;
  }
}
