package io.kpiwidget.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks sites as a generation does, without writing anything. */
@Command(
    name = "lint",
    description = {
      "Checks sites as a generation does, and writes nothing.",
      "Exit code: 0 nothing to mend, 1 something to mend, 2 a wrong call."
    },
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Tell it as one JSON object.")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "SITE.JSON",
      description = "A site to check, as generate takes it.")
  private List<Path> config = List.of();

  @Parameters(paramLabel = "SITE.JSON", description = "Sites to check.")
  private List<Path> more = List.of();

  private record Checked(Path file, List<Problem> problems) {}

  @Override
  public Integer call() {
    var files = new ArrayList<>(config);
    files.addAll(more);
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Name a site to check.");
    }
    var checked = files.stream().map(LintCommand::check).toList();
    if (json) {
      spec.commandLine().getOut().println(json(checked));
    } else {
      checked.forEach(each -> tell(spec.commandLine().getOut(), each.file(), each.problems()));
      spec.commandLine().getOut().println(summary(checked));
    }
    return count(checked) == 0 ? 0 : 1;
  }

  private static Checked check(Path file) {
    try {
      Served.of(SiteFile.read(file));
      return new Checked(file, List.of());
    } catch (SiteException e) {
      return new Checked(file, e.problems());
    }
  }

  /** As every command tells what is wrong with a site. */
  static void tell(PrintWriter out, Path file, List<Problem> problems) {
    for (var problem : problems) {
      var where = problem.pointer().isEmpty() ? "" : " at " + problem.pointer();
      var found = problem.value().isEmpty() ? "" : " (found " + problem.value() + ")";
      out.println(file + ": error" + where);
      out.println("    " + problem.sentence() + found);
      out.println("    " + problem.nextStep());
    }
    out.flush();
  }

  private static long count(List<Checked> checked) {
    return checked.stream().mapToLong(each -> each.problems().size()).sum();
  }

  private static String summary(List<Checked> checked) {
    return counted(count(checked), "error") + " in " + counted(checked.size(), "file") + ".";
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String json(List<Checked> checked) {
    var json = new JsonObject();
    var files = new JsonArray();
    for (var each : checked) {
      var file = new JsonObject();
      file.addProperty("file", each.file().toString());
      file.add("problems", GSON.toJsonTree(each.problems()));
      files.add(file);
    }
    json.add("files", files);
    json.addProperty("errors", count(checked));
    return GSON.toJson(json);
  }
}
