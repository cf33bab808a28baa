package io.kpiwidget.panel;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the plugin jar does on a command line, without a desktop. */
@Command(
    name = "kpi-widget",
    description = "Tools beside the plugin, for who sets it up.",
    mixinStandardHelpOptions = true,
    subcommands = {LintCommand.class, DoctorCommand.class})
final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main());
  }
}
