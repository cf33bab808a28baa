package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A web site on loopback that remembers what it was asked. */
final class LoopbackSite implements AutoCloseable {

  /** One request. */
  record Request(String path, String authorization) {}

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> headers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  LoopbackSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  LoopbackSite page(String path, String html) {
    pages.put(path, html);
    return this;
  }

  /** A page with a header, as a download and a login have one; the latter has status 401. */
  LoopbackSite header(String path, String name, String value) {
    headers.put(path, Map.of(name, value));
    return this;
  }

  LoopbackSite redirect(String path, String target) {
    redirects.put(path, target);
    return this;
  }

  List<Request> requests() {
    return requests;
  }

  /** Waits until somebody asks for {@code path}. */
  synchronized void await(String path) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (requests.stream().noneMatch(request -> request.path().equals(path))) {
      long left = deadline - System.nanoTime();
      assertThat(left).as("time left to ask for %s", path).isPositive();
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private synchronized void asked(Request request) {
    requests.add(request);
    notifyAll();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    asked(new Request(path, header == null ? "" : header));
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "*");
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    try (exchange) {
      if (redirects.containsKey(path)) {
        exchange.getResponseHeaders().set("Location", redirects.get(path));
        exchange.sendResponseHeaders(302, -1);
      } else {
        byte[] body = pages.getOrDefault(path, "<p>" + path).getBytes(StandardCharsets.UTF_8);
        Map<String, String> extra = headers.getOrDefault(path, Map.of());
        extra.forEach(exchange.getResponseHeaders()::set);
        int status = extra.containsKey("WWW-Authenticate") ? 401 : 200;
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
