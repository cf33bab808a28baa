package io.kpiwidget.panel;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kpiwidget.chromium.bundle.Packages;
import io.kpiwidget.engine.config.ConfigException;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.config.WidgetConfig.BrowserConfig;
import io.kpiwidget.panel.Doctor.Finding;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what Chromium lacks on this machine, before an agent sees the native view instead. */
@Command(
    name = "doctor",
    description = {
      "Looks at all that the browser view needs on this machine; changes nothing.",
      "Exit code: 0 all is there, 1 something is missing, 2 a wrong call."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Tell it as one JSON object.")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The kpi-widget.json that the desktop reads; without it, its defaults.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The desktop's data folder (default: .agent-desktop in the home folder).")
  private Path data = Path.of(System.getProperty("user.home"), ".agent-desktop");

  @Option(
      names = "--java-home",
      paramLabel = "DIR",
      description = "The desktop's runtime (default: the one that runs this).")
  private Path javaHome = Path.of(System.getProperty("java.home"));

  @Override
  public Integer call() {
    var doctor = new Doctor(patient(), Packages.here());
    var findings = doctor.findings();
    var command = doctor.command(findings);
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(json(findings, command));
    } else {
      findings.forEach(each -> tell(out, each));
      out.println(summary(findings));
      command.ifPresent(text -> out.println("Install all of it: " + text));
    }
    return missing(findings) == 0 ? 0 : 1;
  }

  private Doctor.Patient patient() {
    var jar = Parts.ownJar().orElse(Path.of("kpi-widget-plugin.jar"));
    var browser = browser();
    var plan = BrowserPlan.of(browser, Map.of(), javaHome, Optional.of(jar), Files::isRegularFile);
    return new Doctor.Patient(
        plan,
        data,
        Optional.ofNullable(System.getenv("DISPLAY")).orElse(""),
        Path.of("/tmp/.X11-unix"),
        Doctor.Fonts.of(Path.of(System.getProperty("user.home"))));
  }

  private BrowserConfig browser() {
    var file = config;
    try {
      return file == null ? BrowserConfig.STANDARD : WidgetConfig.load(file).browser();
    } catch (ConfigException broken) {
      throw new ParameterException(
          spec.commandLine(), file + " cannot be used; \"lint\" tells what is wrong.");
    }
  }

  private static void tell(PrintWriter out, Finding finding) {
    out.println(
        "%-8s %-9s %s"
            .formatted(finding.well() ? "ok" : "MISSING", finding.subject(), finding.sentence()));
    if (!finding.nextStep().isEmpty()) {
      out.println(" ".repeat(19) + finding.nextStep());
    }
  }

  private static long missing(List<Finding> findings) {
    return findings.stream().filter(each -> !each.well()).count();
  }

  private static String summary(List<Finding> findings) {
    long missing = missing(findings);
    return switch ((int) missing) {
      case 0 -> "The browser view has all that it needs.";
      case 1 -> "One thing is missing for the browser view.";
      default -> missing + " things are missing for the browser view.";
    };
  }

  private static String json(List<Finding> findings, Optional<String> command) {
    var all = new JsonObject();
    var array = new JsonArray();
    findings.forEach(each -> array.add(json(each)));
    all.add("findings", array);
    all.addProperty("missing", missing(findings));
    command.ifPresent(text -> all.addProperty("command", text));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all);
  }

  private static JsonObject json(Finding finding) {
    var json = new JsonObject();
    json.addProperty("subject", finding.subject());
    json.addProperty("well", finding.well());
    json.addProperty("sentence", finding.sentence());
    json.addProperty("nextStep", finding.nextStep());
    return json;
  }
}
