package io.kpiwidget.desktop;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program: reads the command line, opens the desktop, waits for its end. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    System.exit(run(args));
  }

  private static int run(String... args) throws InterruptedException {
    DesktopOptions options = new DesktopOptions();
    CommandLine line = new CommandLine(options);
    try {
      line.parseArgs(args);
    } catch (ParameterException e) {
      line.getErr().println(e.getMessage());
      line.usage(line.getErr());
      return CommandLine.ExitCode.USAGE;
    }
    return CommandLine.printHelpIfRequested(line.getParseResult())
        ? CommandLine.ExitCode.OK
        : open(options, line.getErr());
  }

  /** A question about the machine; it touches no component. */
  @SuppressWarnings("guieffect")
  private static boolean headless() {
    return GraphicsEnvironment.isHeadless();
  }

  private static int open(DesktopOptions options, PrintWriter err) throws InterruptedException {
    if (headless()) {
      err.println("No display: start the desktop where there is one, or under Xvfb.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    try (SampleDesktop desktop = SampleDesktop.open(options)) {
      return desktop.awaitExit();
    } catch (IOException e) {
      err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
