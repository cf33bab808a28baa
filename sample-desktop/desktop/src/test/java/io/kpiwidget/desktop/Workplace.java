package io.kpiwidget.desktop;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.sandbox.Sandbox;
import io.kpiwidget.sandbox.Sandbox.SampleAgent;
import io.kpiwidget.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A contact centre, and the files with which a desktop works there: the plugins folder of this
 * build, with the real plugin jar and Chromium's files, and a configuration. Close it.
 */
final class Workplace implements AutoCloseable {

  private static final Path PLUGINS = Path.of(System.getProperty("plugins.folder"));
  private static final Path DATA = Path.of(System.getProperty("plugins.data"));
  private static final String SECRET = "sample.clientSecret";

  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path config;
  private final Path info;

  Workplace(Path folder) throws IOException {
    this(folder, SandboxOptions.defaults().seed(11));
  }

  Workplace(Path folder, SandboxOptions options) throws IOException {
    sandbox = Sandbox.start(options);
    config = folder.resolve("kpi-widget.json");
    info = folder.resolve("platform.json");
    Files.writeString(info, info().toString());
    view("kpi");
  }

  /** What the browser is to show: {@code kpi} or {@code platform}. */
  Workplace view(String view) throws IOException {
    return view(view, "header");
  }

  /** The same, with the way by which the platform's shell gets its token. */
  Workplace view(String view, String shellToken) throws IOException {
    return view(view, shellToken, sandbox.shell());
  }

  /** The same, with a shell from elsewhere. */
  Workplace view(String view, String shellToken, URI shell) throws IOException {
    JsonObject platform = new JsonObject();
    platform.addProperty("dialect", "guide");
    platform.addProperty("api", sandbox.api().toString());
    platform.addProperty("shell", shell.toString());
    platform.addProperty("shellToken", shellToken);
    JsonObject secret = new JsonObject();
    secret.addProperty("desktop", SECRET);
    JsonObject token = new JsonObject();
    token.addProperty("source", "client_credentials");
    token.addProperty("url", sandbox.api() + "/v2/oauth/token");
    token.addProperty("clientId", sandbox.clientId());
    token.add("clientSecret", secret);
    JsonObject json = new JsonObject();
    json.add("platform", platform);
    json.add("token", token);
    json.addProperty("view", view);
    json.add("widget", widget());
    Files.writeString(config, json.toString());
    return this;
  }

  /** The standard one, asked for as often as may be. */
  private static JsonObject widget() {
    JsonObject widget = new JsonObject();
    widget.addProperty("refreshInterval", 10);
    return widget;
  }

  Path config() {
    return config;
  }

  SampleAgent agent(int index) {
    return sandbox.agents().get(index);
  }

  /** The origin of the platform's shell. */
  URI shell() {
    return sandbox.shell();
  }

  /** A desktop at this workplace, with the first agent signed in. */
  DesktopDriver open(String... more) throws Exception {
    List<String> args = options();
    args.addAll(List.of(more));
    return DesktopDriver.open(args.toArray(String[]::new));
  }

  /** The same in a process of its own, which nobody drives. */
  Process start(Path log) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java.toString(), "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(options());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private List<String> options() {
    List<String> args = new ArrayList<>();
    args.addAll(List.of("--plugins", PLUGINS.toString(), "--data-dir", DATA.toString()));
    args.addAll(List.of("--config", config.toString(), "--platform-info", info.toString()));
    args.addAll(List.of("--setting", SECRET + "=" + sandbox.clientSecret()));
    return args;
  }

  /** What every KPI of {@code agent} is now. */
  JsonObject truth(SampleAgent agent) throws IOException, InterruptedException {
    return get("/control/truth?agent=" + agent.id())
        .getAsJsonObject("agents")
        .getAsJsonObject(agent.id());
  }

  /** What was asked of the platform so far. */
  JsonArray ledger() throws IOException, InterruptedException {
    return get("/control/ledger").getAsJsonArray("entries");
  }

  /** Throws a switch of the control port. */
  void control(String path, String json) throws IOException, InterruptedException {
    control("POST", path, json);
  }

  /** The platform does as it should again. */
  void clearFaults() throws IOException, InterruptedException {
    control("DELETE", "/control/fault", "");
  }

  /** The platform loses what was registered with it. */
  void forgetWidgets() throws IOException, InterruptedException {
    control("DELETE", "/control/widgets", "");
  }

  private void control(String method, String path, String json)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.control() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private JsonObject get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(sandbox.control() + path)).build();
    return JsonParser.parseString(http.send(request, BodyHandlers.ofString()).body())
        .getAsJsonObject();
  }

  private JsonObject info() {
    JsonObject json = new JsonObject();
    json.addProperty("api", sandbox.api().toString());
    json.addProperty("shell", sandbox.shell().toString());
    json.addProperty("control", sandbox.control().toString());
    JsonArray agents = new JsonArray();
    sandbox.agents().stream().limit(6).map(Workplace::json).forEach(agents::add);
    json.add("agents", agents);
    return json;
  }

  private static JsonObject json(SampleAgent agent) {
    JsonObject json = new JsonObject();
    json.addProperty("id", agent.id());
    json.addProperty("name", agent.name());
    JsonArray queues = new JsonArray();
    agent.queues().forEach(queues::add);
    json.add("queues", queues);
    return json;
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
