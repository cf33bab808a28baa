package io.kpiwidget.page;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line, for a vendor who serves the pages from a web server. */
@Command(
    name = "host-pages",
    description = {
      "Generates host pages for the KPI widget, and what a web server needs to serve them.",
      "Exit code: 0 done, 1 a site to mend or a folder in the way, 2 a wrong call."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      GenerateCommand.class,
      LintCommand.class,
      HeadersCommand.class,
      SchemaCommand.class
    })
final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              tell(failure, command);
              return 1;
            });
  }

  private static void tell(Exception failure, CommandLine command) {
    if (failure instanceof SiteException site) {
      var file = command.getParseResult().matchedOptionValue("--config", Path.of(""));
      LintCommand.tell(command.getErr(), file, site.problems());
    } else {
      command.getErr().println("host-pages: " + told(failure));
    }
  }

  private static String told(Exception failure) {
    return failure instanceof IOException && !(failure instanceof OutFolder.InTheWay)
        ? "cannot read or write " + failure.getMessage()
        : String.valueOf(failure.getMessage());
  }
}
