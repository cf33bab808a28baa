package io.kpiwidget.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the pages, a file for each kind of server, and SHA256SUMS. */
@Command(
    name = "generate",
    description = {
      "Writes the pages, the configuration of each kind of web server, HEADERS.md for who sets one"
          + " up, and SHA256SUMS. The same site gives the same bytes everywhere.",
      "Files of an earlier generation are replaced or removed, others stay."
    },
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--config", required = true, paramLabel = "SITE.JSON", description = "The site.")
  private Path config = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write to.")
  private Path out = Path.of("");

  @Option(
      names = "--force",
      description = "Replace files that are not from an earlier generation, or were changed.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    var files = files(Served.of(SiteFile.read(config)));
    var stays = new OutFolder(out).write(files, force);
    var told = spec.commandLine().getOut();
    told.println("Wrote " + String.join(", ", files.keySet()) + ", SHA256SUMS to " + out + ".");
    if (!stays.isEmpty()) {
      told.println("Not ours, left as it was: " + String.join(", ", stays) + ".");
    }
    told.println("HEADERS.md says how to serve them; pages and headers belong together.");
    return 0;
  }

  /** In the order in which they can be published: a host page after what it refers to. */
  private static Map<String, String> files(Served served) {
    var files = new LinkedHashMap<String, String>();
    served.pages().stream()
        .filter(page -> page.path().startsWith("/kpi."))
        .forEach(page -> files.put(page.path().substring(1), page.body()));
    for (var server : Server.values()) {
      files.put(server.file(), server.text(served));
    }
    served.pages().forEach(page -> files.put(page.path().substring(1), page.body()));
    return files;
  }
}
