package io.kpiwidget.desktop.agents;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The contact centre's back office, as the sandbox offers it: queues, membership, sessions, the
 * true figures. Every method blocks, for five seconds at most.
 */
public final class ControlPort {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI base;

  public ControlPort(URI base) {
    this.base = base;
  }

  /** What each figure is right now, for {@code agentId} and the queues. */
  public JsonObject truth(String agentId) throws IOException, InterruptedException {
    return object(send(request("/control/truth?agent=" + agentId).GET().build()));
  }

  /** Every queue of the contact centre. */
  public List<QueueRef> queues() throws IOException, InterruptedException {
    JsonObject answer = object(send(request("/control/truth").GET().build()));
    return queues(answer);
  }

  static List<QueueRef> queues(JsonObject truth) {
    JsonElement queues = truth.get("queues");
    return queues == null || !queues.isJsonObject()
        ? List.of()
        : queues.getAsJsonObject().entrySet().stream().map(ControlPort::queue).toList();
  }

  private static QueueRef queue(Map.Entry<String, JsonElement> entry) {
    JsonElement name = entry.getValue().getAsJsonObject().get("name");
    return new QueueRef(entry.getKey(), name == null ? entry.getKey() : name.getAsString());
  }

  /** Takes the agent out of queue {@code from} and into queue {@code to}. */
  public void move(String agentId, String from, String to)
      throws IOException, InterruptedException {
    membership(agentId, "add", to);
    membership(agentId, "remove", from);
  }

  private void membership(String agentId, String change, String queue)
      throws IOException, InterruptedException {
    JsonObject body = new JsonObject();
    body.addProperty(change, queue);
    send(
        request("/control/agents/" + agentId + "/queues")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /**
   * Signs the agent in; the token of the session, which the contact centre takes as the agent's.
   */
  public String openSession(String agentId) throws IOException, InterruptedException {
    JsonElement token = object(send(session("POST", agentId))).get("token");
    if (token == null || !token.isJsonPrimitive()) {
      throw new IOException("/control/session gave no token");
    }
    return token.getAsString();
  }

  /** Signs the agent out: their session's token and whatever was made of it are worth nothing. */
  public void endSession(String agentId) throws IOException, InterruptedException {
    send(session("DELETE", agentId));
  }

  private HttpRequest session(String method, String agentId) {
    JsonObject body = new JsonObject();
    body.addProperty("agent", agentId);
    return request("/control/session")
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body.toString()))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(request.uri().getPath() + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static JsonObject object(String json) throws IOException {
    try {
      return JsonParser.parseString(json).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IOException("the control port did not answer JSON", e);
    }
  }
}
