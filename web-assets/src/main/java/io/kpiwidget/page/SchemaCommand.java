package io.kpiwidget.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the JSON Schemas: of what people write, for editors; of messages, for other widgets. */
@Command(
    name = "schema",
    description =
        "Prints a JSON Schema: of a widget's definition, of kpi-widget.json, of a site, of the"
            + " messages of the platform's frame, or of those between a KPI view and its host page."
            + " With --out, writes them all.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  private static final List<String> NAMES =
      List.of("widget", "kpi-widget", "site", "messages-guide", "kpi-port");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      defaultValue = "widget",
      description = "widget (the default), kpi-widget, site, messages-guide or kpi-port.")
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
