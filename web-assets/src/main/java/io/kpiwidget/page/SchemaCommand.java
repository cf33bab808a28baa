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
import picocli.CommandLine.Spec;

/** Writes the JSON Schemas with which an editor completes and checks what people write. */
@Command(
    name = "schema",
    description =
        "Prints the JSON Schema of a widget's definition; with --out, writes it and those of"
            + " kpi-widget.json and of a site.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  private static final String WIDGET = "widget.schema.json";
  private static final List<String> ALL =
      List.of(WIDGET, "kpi-widget.schema.json", "site.schema.json");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--out", description = "The folder to write to.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws IOException {
    if (out.isPresent()) {
      write(Files.createDirectories(out.get()));
    } else {
      spec.commandLine().getOut().print(Resources.text(WIDGET));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private static void write(Path folder) throws IOException {
    for (var name : ALL) {
      Files.writeString(folder.resolve(name), Resources.text(name));
    }
  }
}
