package io.kpiwidget.page;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a server is to send. */
@Command(
    name = "headers",
    description = "Prints the headers of a site's pages, in the language of one kind of server.",
    mixinStandardHelpOptions = true)
final class HeadersCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--config", required = true, paramLabel = "SITE.JSON", description = "The site.")
  private Path config = Path.of("");

  @Option(
      names = "--for",
      paramLabel = "SERVER",
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.",
      defaultValue = "json")
  private Server server = Server.JSON;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(server.text(Served.of(SiteFile.read(config))));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
