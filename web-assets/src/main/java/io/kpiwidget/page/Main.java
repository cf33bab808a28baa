package io.kpiwidget.page;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line, for a vendor who serves the pages from a web server. */
@Command(
    name = "host-pages",
    description = "Generates host pages for the KPI widget.",
    mixinStandardHelpOptions = true,
    subcommands = Main.Generate.class)
final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** The exit code: 0 done, 1 a refused site or an unwritable folder, 2 a wrong call. */
  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              var io = failure instanceof IOException ? "cannot read or write " : "";
              command.getErr().println("host-pages: " + io + failure.getMessage());
              return 1;
            })
        .execute(arguments);
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
}
