package io.kpiwidget.desktop.agents;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A control port on loopback that answers one truth and remembers what it was asked. */
public final class FakeControlPort implements AutoCloseable {

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String truth = "{}";
  private volatile int status = 200;

  public FakeControlPort() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public void truth(String json) {
    truth = json;
  }

  public void status(int next) {
    status = next;
  }

  /**
   * Method, path and body of each request that changes the centre: the regular questions for the
   * truth do not, nor does the desktop's own session.
   */
  public List<String> changes() {
    return requests.stream()
        .filter(r -> r.startsWith("POST") && !r.startsWith("POST /control/session"))
        .toList();
  }

  /** Every request. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
    byte[] answer = truth.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
