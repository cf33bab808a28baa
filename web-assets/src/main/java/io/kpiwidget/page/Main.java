package io.kpiwidget.page;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line, for a vendor who serves the pages from a web server. */
@Command(
    name = "host-pages",
    description = "Generates host pages for the KPI widget.",
    mixinStandardHelpOptions = true,
    subcommands = {Main.Generate.class, Main.Schema.class})
final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** The exit code: 0 done, 1 a refused site or an unwritable folder, 2 a wrong call. */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              var io = failure instanceof IOException ? "cannot read or write " : "";
              command.getErr().println("host-pages: " + io + failure.getMessage());
              return 1;
            });
  }

  /** Writes the pages, {@code headers.json} and {@code SHA256SUMS}. */
  @Command(
      name = "generate",
      description = "Writes the pages, headers.json (by path) and SHA256SUMS.",
      mixinStandardHelpOptions = true)
  static final class Generate implements Callable<Integer> {

    @Option(names = "--config", required = true, description = "The site as JSON.")
    private Path config = Path.of("");

    @Option(names = "--out", required = true, description = "The folder to write to.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
      var pages = HostPages.generate(SiteFile.read(config));
      Files.createDirectories(out);
      var sums = new StringBuilder();
      for (var page : pages) {
        var file = page.path().substring(1);
        Files.writeString(out.resolve(file), page.body());
        sums.append(Hash.hex(page.body())).append("  ").append(file).append('\n');
      }
      Files.writeString(out.resolve("SHA256SUMS"), sums);
      Files.writeString(out.resolve("headers.json"), headers(pages));
      return 0;
    }

    private static String headers(List<Page> pages) {
      var json = new JsonObject();
      for (var page : pages) {
        var headers = new JsonObject();
        page.headers().forEach(headers::addProperty);
        json.add(page.path(), headers);
      }
      var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
      return gson.toJson(json) + "\n";
    }
  }

  /** Writes the JSON Schemas: of what people write, for editors; of messages, for other widgets. */
  @Command(
      name = "schema",
      description =
          "Prints a JSON Schema: of a widget's definition, of kpi-widget.json, of the messages of"
              + " the platform's frame, or of those between a KPI view and its host page. With"
              + " --out, writes them all.",
      mixinStandardHelpOptions = true)
  static final class Schema implements Callable<Integer> {

    private static final List<String> NAMES =
        List.of("widget", "kpi-widget", "messages-guide", "kpi-port");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        arity = "0..1",
        defaultValue = "widget",
        description = "widget (the default), kpi-widget, messages-guide or kpi-port.")
    private String name = "widget";

    @Option(names = "--out", description = "The folder to write to.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
      if (!NAMES.contains(name)) {
        throw new ParameterException(spec.commandLine(), name + " is none of " + NAMES);
      }
      if (out.isPresent()) {
        write(Files.createDirectories(out.get()));
      } else {
        spec.commandLine().getOut().print(Resources.text(file(name)));
        spec.commandLine().getOut().flush();
      }
      return 0;
    }

    private static void write(Path folder) throws IOException {
      for (var name : NAMES) {
        Files.writeString(folder.resolve(file(name)), Resources.text(file(name)));
      }
    }

    private static String file(String name) {
      return name + ".schema.json";
    }
  }
}
