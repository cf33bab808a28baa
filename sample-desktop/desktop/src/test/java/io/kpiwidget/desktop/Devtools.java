package io.kpiwidget.desktop;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * Looks into the browser process's pages from outside, as an attacker with its memory could: by
 * Chromium's own developer tools, which only a launcher of a test's own switches on.
 */
final class Devtools {

  private static final int ATTEMPTS = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path launcher;
  private final int port;

  /** Makes a launcher in {@code folder} that opens the tools on a free port. */
  Devtools(Path folder) throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    launcher = folder.resolve("java-with-tools");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(
        launcher, "#!/bin/sh\nexec '" + java + "' -Dkpi-widget.devtools=" + port + " \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
  }

  Path launcher() {
    return launcher;
  }

  /** What {@code script} gives in a document whose address starts so, as text. */
  String run(String address, String script) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return runOnce(address, script);
      } catch (CompletionException | Replaced gone) {
        // the document went between the list and the answer
        if (attempt == ATTEMPTS) {
          throw gone;
        }
      }
    }
  }

  /** The document went before it could answer. */
  private static final class Replaced extends IOException {
    private static final long serialVersionUID = 1L;

    Replaced(JsonObject told) {
      super(told.toString());
    }
  }

  private String runOnce(String address, String script) throws Exception {
    URI socket = URI.create(target(address).get("webSocketDebuggerUrl").getAsString());
    var answer = new Answer();
    WebSocket tools = http.newWebSocketBuilder().buildAsync(socket, answer).join();
    try {
      tools.sendText(evaluate(script), true).join();
      JsonObject told = answer.text.get(20, TimeUnit.SECONDS);
      JsonObject result = told.getAsJsonObject("result");
      if (result == null) {
        throw new Replaced(told);
      }
      if (result.has("exceptionDetails")) {
        throw new IOException(result.get("exceptionDetails").toString());
      }
      JsonElement value = result.getAsJsonObject("result").get("value");
      return value == null ? "" : value.getAsString();
    } finally {
      tools.abort();
    }
  }

  private static String evaluate(String script) {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("expression", "String(" + script + ")");
    JsonObject call = new JsonObject();
    call.addProperty("id", 1);
    call.addProperty("method", "Runtime.evaluate");
    call.add("params", parameters);
    return call.toString();
  }

  private JsonObject target(String address) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    String list = http.send(request, BodyHandlers.ofString()).body();
    return StreamSupport.stream(JsonParser.parseString(list).getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(each -> each.get("url").getAsString().startsWith(address))
        .findFirst()
        .orElseThrow(() -> new IOException("no document at " + address + " among " + list));
  }

  /** The first message. */
  private static final class Answer implements WebSocket.Listener {

    private final CompletableFuture<JsonObject> text = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        text.complete(JsonParser.parseString(parts.toString()).getAsJsonObject());
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
