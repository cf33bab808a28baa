package io.kpiwidget.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code java -jar sandbox.jar}: says where it listens in one line of JSON, then runs until it is
 * told to end.
 */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description = "A simulated contact centre behind an analytics API, on loopback.")
public final class SandboxCommand implements Callable<Integer> {
  private static final int SHOWN_AGENTS = 6;

  @Option(names = "--api-port", description = "0: any free port")
  private int apiPort;

  @Option(names = "--shell-port", description = "0: any free port")
  private int shellPort;

  @Option(names = "--control-port", description = "0: any free port")
  private int controlPort;

  @Option(
      names = "--speed",
      description = "simulated seconds per second, default ${DEFAULT-VALUE}",
      defaultValue = "1")
  private double speed;

  @Option(
      names = "--seed",
      description = "the same seed gives the same day, default ${DEFAULT-VALUE}",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--token-lifetime",
      description = "seconds, default ${DEFAULT-VALUE}",
      defaultValue = "3600")
  private long tokenLifetime;

  @Option(
      names = "--token-prefix",
      description = "how every token and code begins, so that a search finds each copy of one",
      defaultValue = "")
  private String tokenPrefix = "";

  @Option(
      names = "--rate-limit",
      description = "requests per minute and token, default ${DEFAULT-VALUE}",
      defaultValue = "300")
  private int rateLimit;

  @Option(names = "--write-config", description = "write a kpi-widget.json for this sandbox")
  private @Nullable Path config;

  @Option(
      names = "--view",
      description = "view in the written file: ${COMPLETION-CANDIDATES}",
      defaultValue = "kpi")
  private ConfigFile.View view = ConfigFile.View.kpi;

  @Option(
      names = "--token-source",
      description = "token source in the written file: ${COMPLETION-CANDIDATES}",
      defaultValue = "client_credentials")
  private ConfigFile.TokenPart tokenSource = ConfigFile.TokenPart.client_credentials;

  @Option(
      names = "--shell-token",
      description = "how the platform's own widget gets its token: ${COMPLETION-CANDIDATES}")
  private ConfigFile.@Nullable ShellToken shellToken;

  @Option(
      names = "--panels",
      description = "widgets in the written file, 1 or 2, default ${DEFAULT-VALUE}",
      defaultValue = "1")
  private int panels;

  @Option(
      names = "--platform-info",
      description = "write the line of JSON to this file too, once the ports listen")
  private @Nullable Path platformInfo;

  @Option(names = "--exit-on-eof", description = "end when stdin ends")
  private boolean exitOnEof;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli's
  private CommandSpec spec;

  private final PrintStream out;
  private final InputStream in;
  private final Clock clock;

  /** {@code clock} has the machine's zone. */
  SandboxCommand(PrintStream out, InputStream in, Clock clock) {
    this.out = out;
    this.in = in;
    this.clock = clock;
  }

  /** Runs the sandbox; the exit code is 0, or 2 for a wrong command line. */
  public static void main(String[] arguments) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    // JSON is UTF-8 whatever the console speaks: an agent's name must survive a POSIX locale
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    var command = new SandboxCommand(out, System.in, Clock.system(ZoneId.systemDefault()));
    System.exit(new CommandLine(command).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (panels < 1 || panels > ConfigFile.MOST_PANELS) {
      throw new ParameterException(spec.commandLine(), "--panels is 1 or 2: " + panels);
    }
    var options =
        SandboxOptions.defaults()
            .clock(clock)
            .ports(apiPort, shellPort, controlPort)
            .speed(speed)
            .seed(seed)
            .tokenLifetime(Duration.ofSeconds(tokenLifetime))
            .tokenPrefix(tokenPrefix)
            .requestsPerMinute(rateLimit);
    try (var sandbox = Sandbox.start(options)) {
      if (config != null) {
        write(config, sandbox);
      }
      announce(new Gson().toJson(facts(sandbox)));
      awaitEnd();
    }
    return 0;
  }

  private void announce(String line) throws IOException {
    if (platformInfo != null) {
      replace(platformInfo.toAbsolutePath(), line);
    }
    out.println(line);
    out.flush();
  }

  /** In one step, so that whoever waits for the file never reads half of it. */
  private static void replace(Path file, String line) throws IOException {
    // holds the client's secret: a temporary file is the owner's alone where the system knows
    // owners
    var whole = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
    Files.writeString(whole, line + "\n", UTF_8);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static Map<String, Object> facts(Sandbox sandbox) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("api", sandbox.api().toString());
    facts.put("shell", sandbox.shell().toString());
    facts.put("control", sandbox.control().toString());
    facts.put("clientId", sandbox.clientId());
    facts.put("clientSecret", sandbox.clientSecret());
    facts.put("pid", ProcessHandle.current().pid());
    facts.put("agents", sandbox.agents().subList(0, SHOWN_AGENTS));
    return facts;
  }

  private void write(Path file, Sandbox sandbox) throws IOException {
    var json =
        new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create()
            .toJson(
                new ConfigFile(view, tokenSource, Optional.ofNullable(shellToken), panels)
                    .json(sandbox));
    Files.writeString(file, json + "\n", UTF_8);
  }

  private void awaitEnd() throws IOException, InterruptedException {
    if (exitOnEof) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } else {
      new CountDownLatch(1).await();
    }
  }
}
