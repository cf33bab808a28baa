package io.kpiwidget.desktop.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One target of Chromium's developer tools: a page, or a frame in a process of its own. */
final class Cdp implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final int PATIENCE_SECONDS = 20;

  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final WebSocket socket;
  private int calls;

  private Cdp(URI address) throws IOException {
    try {
      socket = HTTP.newWebSocketBuilder().buildAsync(address, new Answers()).join();
    } catch (CompletionException refused) {
      throw new IOException("no developer tools at " + address, refused);
    }
  }

  /**
   * Something with documents.
   *
   * @param top whether it is a page and not a frame in a process of its own
   */
  record Target(URI address, boolean top) {}

  /** All pages and frames behind this port. */
  static List<Target> targets(int port) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
            .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
            .build();
    var list = JsonParser.parseString(HTTP.send(request, BodyHandlers.ofString()).body());
    return list.getAsJsonArray().asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(target -> List.of("page", "iframe").contains(target.get("type").getAsString()))
        .map(Cdp::target)
        .toList();
  }

  private static Target target(JsonObject json) {
    var address = URI.create(json.get("webSocketDebuggerUrl").getAsString());
    return new Target(address, json.get("type").getAsString().equals("page"));
  }

  static Cdp to(Target target) throws IOException {
    return new Cdp(target.address);
  }

  JsonObject call(String method, JsonObject parameters) throws IOException, InterruptedException {
    var call = new JsonObject();
    call.addProperty("id", ++calls);
    call.addProperty("method", method);
    call.add("params", parameters);
    var answer = new CompletableFuture<JsonObject>();
    waiting.put(calls, answer);
    socket.sendText(call.toString(), true).join();
    try {
      return result(method, answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException silent) {
      throw new IOException(method + " was not answered", silent);
    }
  }

  private static JsonObject result(String method, JsonObject answer) throws IOException {
    if (!answer.has("result")) {
      throw new IOException(method + ": " + answer.get("error"));
    }
    return answer.getAsJsonObject("result");
  }

  JsonObject call(String method) throws IOException, InterruptedException {
    return call(method, new JsonObject());
  }

  @Override
  public void close() {
    socket.abort();
  }

  /** Texts arrive in parts and in order. */
  private final class Answers implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        var message = JsonParser.parseString(parts.toString()).getAsJsonObject();
        parts.setLength(0);
        if (message.has("id")) {
          waiting.remove(message.get("id").getAsInt()).complete(message);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
