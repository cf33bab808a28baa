package io.kpiwidget.chromium;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Chromium's developer tools of one document, as a test's own browser process opens them. */
final class Cdp implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private int calls;

  private Cdp(URI address) {
    socket = HTTP.newWebSocketBuilder().buildAsync(address, new Texts()).join();
  }

  /** The tools of the document whose address starts so; empty while there is none. */
  static Optional<Cdp> of(int port, String address) throws IOException, InterruptedException {
    var list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"));
    var targets = JsonParser.parseString(HTTP.send(list.build(), BodyHandlers.ofString()).body());
    return targets.getAsJsonArray().asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(target -> target.get("url").getAsString().startsWith(address))
        .map(target -> new Cdp(URI.create(target.get("webSocketDebuggerUrl").getAsString())))
        .findFirst();
  }

  JsonObject call(String method, JsonObject parameters) throws IOException, InterruptedException {
    var call = new JsonObject();
    call.addProperty("id", ++calls);
    call.addProperty("method", method);
    call.add("params", parameters);
    socket.sendText(call.toString(), true).join();
    while (true) {
      var answer = answers.poll(60, TimeUnit.SECONDS);
      if (answer == null || answer.has("error")) {
        throw new IOException(method + ": " + answer);
      }
      if (answer.has("id") && answer.get("id").getAsInt() == calls) {
        return answer.getAsJsonObject("result");
      }
    }
  }

  JsonObject call(String method) throws IOException, InterruptedException {
    return call(method, new JsonObject());
  }

  /** What {@code script} gives, or its promise, as text. */
  String run(String script) throws IOException, InterruptedException {
    var parameters = new JsonObject();
    parameters.addProperty("expression", "(async () => String(await " + script + "))()");
    parameters.addProperty("awaitPromise", true);
    var answer = call("Runtime.evaluate", parameters);
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.get("exceptionDetails").toString());
    }
    return answer.getAsJsonObject("result").get("value").getAsString();
  }

  /** One of the counters and clocks of the document's process. */
  double metric(String name) throws IOException, InterruptedException {
    return call("Performance.getMetrics").getAsJsonArray("metrics").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(metric -> metric.get("name").getAsString().equals(name))
        .mapToDouble(metric -> metric.get("value").getAsDouble())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Texts implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        answers.add(JsonParser.parseString(parts.toString()).getAsJsonObject());
        parts.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
