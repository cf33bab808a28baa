package io.kpiwidget.desktop.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A sandbox and a sample desktop as processes of their own, and the files they leave. Close it. */
final class Workbench implements AutoCloseable {

  /** For the start of everything, and for its end. */
  private static final Duration SLACK = Duration.ofSeconds(45);

  /** What is in the desktop's command line and environment so that a search can be tried on it. */
  static final String CONTROL = "soak-control-word";

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final SoakOptions options;
  private final Path folder;
  private final int devtools;
  private final Process sandbox;
  private final JsonObject facts;
  private final Process desktop;

  private Workbench(SoakOptions options, String tokenPrefix) throws IOException {
    this.options = options;
    folder = Files.createDirectories(options.target().resolve("soak"));
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      devtools = free.getLocalPort();
    }
    Files.createDirectories(data());
    Files.createDirectories(logs());
    Files.deleteIfExists(report());
    sandbox = sandbox(tokenPrefix);
    facts = facts(sandbox);
    Files.writeString(folder.resolve("platform.json"), facts.toString());
    desktop = desktop();
  }

  static Workbench open(SoakOptions options, String tokenPrefix) throws IOException {
    return new Workbench(options, tokenPrefix);
  }

  private Process sandbox(String tokenPrefix) throws IOException {
    var command = new ArrayList<>(List.of(JAVA, "-jar", options.sandboxJar().toString()));
    command.addAll(List.of("--write-config", config().toString(), "--exit-on-eof"));
    command.addAll(options.sandbox());
    command.addAll(List.of("--token-prefix", tokenPrefix, "--token-source", options.source()));
    return new ProcessBuilder(command)
        .redirectError(logs().resolve("sandbox.err").toFile())
        .start();
  }

  private static JsonObject facts(Process sandbox) throws IOException {
    // stays open: its end is the sandbox's
    BufferedReader lines = sandbox.inputReader(StandardCharsets.UTF_8);
    var first = lines.readLine();
    if (first == null) {
      throw new IOException("the sandbox did not start, see its log");
    }
    return JsonParser.parseString(first).getAsJsonObject();
  }

  private Process desktop() throws IOException {
    var seconds = options.length().plus(SLACK).toSeconds();
    var command = new ArrayList<>(program());
    command.addAll(List.of("--plugins", options.target().resolve("plugins").toString()));
    command.addAll(List.of("--data-dir", data().toString(), "--config", config().toString()));
    command.addAll(List.of("--platform-info", folder.resolve("platform.json").toString()));
    command.addAll(List.of("--setting", "kpi-widget.java=" + launcher()));
    command.addAll(List.of("--setting", "soak=" + CONTROL));
    command.addAll(List.of("--exit-after", Long.toString(seconds)));
    command.addAll(List.of("--report", report().toString()));
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(logs().resolve("desktop.out").toFile())
            .redirectError(logs().resolve("desktop.err").toFile());
    builder.environment().put("SOAK", CONTROL);
    builder.environment().put("KPI_WIDGET_CLIENT_SECRET", facts.get("clientSecret").getAsString());
    return builder.start();
  }

  private List<String> program() throws IOException {
    var jar = options.target().resolve("sample-desktop.jar").toString();
    if (!options.isFeed()) {
      return List.of(JAVA, "-jar", jar);
    }
    Files.deleteIfExists(turns());
    return List.of(
        JAVA,
        "-cp",
        jar + File.pathSeparator + options.target().resolve("soak/classes"),
        HidingDesktop.class.getName(),
        turns().toString(),
        Long.toString(options.turn().toMillis()),
        Integer.toString(SoakOptions.SHOWINGS));
  }

  /** When the window was shown and hidden. */
  Path turns() {
    return folder.resolve("turns.jsonl");
  }

  /** Starts the browser process with its developer tools open. */
  private Path launcher() throws IOException {
    var script = folder.resolve("java-with-tools");
    Files.writeString(
        script, "#!/bin/sh\nexec '" + JAVA + "' -Dkpi-widget.devtools=" + devtools + " \"$@\"\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  /** What was asked of the platform so far. Blocks. */
  List<JsonObject> ledger() throws IOException, InterruptedException {
    var address = URI.create(facts.get("control").getAsString() + "/control/ledger");
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    var entries = JsonParser.parseString(answer.body()).getAsJsonObject().getAsJsonArray("entries");
    return entries.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  /** A fresh token of this sandbox, of a session at another desk that ends at once. Blocks. */
  String sampleToken() throws IOException, InterruptedException {
    var agents = facts.getAsJsonArray("agents");
    var body = new JsonObject();
    body.add("agent", agents.get(agents.size() - 1).getAsJsonObject().get("id"));
    var token = JsonParser.parseString(session("POST", body)).getAsJsonObject().get("token");
    session("DELETE", body);
    return token.getAsString();
  }

  private String session(String method, JsonObject body) throws IOException, InterruptedException {
    var address = URI.create(facts.get("control").getAsString() + "/control/session");
    var request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.ofString(body.toString()));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }

  Pages pages() {
    return new Pages(devtools);
  }

  ProcessHandle process() {
    return desktop.toHandle();
  }

  /** The id of whoever is signed in. */
  String agent() {
    return facts.getAsJsonArray("agents").get(0).getAsJsonObject().get("id").getAsString();
  }

  Path data() {
    return folder.resolve("data");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  Path report() {
    return folder.resolve("report.json");
  }

  private Path config() {
    return folder.resolve("kpi-widget.json");
  }

  /** Blocks until the desktop has written its report and ended; whether it did so in peace. */
  boolean awaitEnd() throws InterruptedException {
    var longest = options.length().plus(SLACK.multipliedBy(2));
    return desktop.waitFor(longest.toSeconds(), TimeUnit.SECONDS) && desktop.exitValue() == 0;
  }

  @Override
  public void close() {
    desktop.destroy();
    sandbox.destroy();
  }
}
