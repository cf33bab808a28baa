package io.kpiwidget.panel;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kpiwidget.host.Theme;
import io.kpiwidget.page.HostPages;
import io.kpiwidget.page.Origin;
import io.kpiwidget.page.Page;
import io.kpiwidget.page.Site;
import io.kpiwidget.page.Titles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The host pages and what is behind them, over HTTP on loopback, for browsers that have to be given
 * an address. It tells and hears what {@code HostSite} does.
 */
final class PageServer {

  private static final int ACCEPTED = 204;

  private final HttpServer server;
  private final Map<String, Page> pages;
  private final Map<String, String> newest = new LinkedHashMap<>();
  private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
  private final CountDownLatch shown = new CountDownLatch(1);

  private PageServer(HttpServer server, Map<String, Page> pages) {
    this.server = server;
    this.pages = pages;
  }

  /** Serves the sample day, which a page hears as soon as it listens. */
  static PageServer start(Theme theme) throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var server = new PageServer(http, pages("http://127.0.0.1:" + http.getAddress().getPort()));
    http.setExecutor(Executors.newCachedThreadPool(PageServer::daemon));
    http.createContext("/", server::answer);
    server.tellAll(theme);
    http.start();
    return server;
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "page-server");
    thread.setDaemon(true);
    return thread;
  }

  private static Map<String, Page> pages(String origin) {
    var titles = Titles.of(Locale.UK, "Contact centre KPIs");
    var site = new Site(Origin.of(origin), Optional.empty(), true, true, titles);
    return HostPages.generate(site).stream()
        .collect(Collectors.toMap(Page::path, Function.identity()));
  }

  private void tellAll(Theme theme) {
    var events = new PageEvents(Clock.systemUTC(), (type, json) -> push(type, json.get()));
    events.theme(theme);
    events.showKpis(new SampleDay().usual());
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  void awaitShown() throws InterruptedException, TimeoutException {
    Waiting.on(shown, "the page's word on its figures");
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod() + " " + path) {
      case "GET /api/events" -> listen(exchange);
      case "POST /api/page" -> hear(exchange);
      default -> page(exchange, path.equals("/") ? "/index.html" : path);
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    var page = pages.get(path);
    if (page == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    page.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    var body = page.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private synchronized void listen(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    var stream = exchange.getResponseBody();
    for (var event : newest.values()) {
      write(stream, event);
    }
    streams.add(stream);
  }

  private void hear(HttpExchange exchange) throws IOException {
    var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(ACCEPTED, -1);
    if (Figures.shownIn(text)) {
      shown.countDown();
    }
  }

  synchronized void push(String type, String json) {
    newest.put(type, json);
    for (var stream : streams) {
      try {
        write(stream, json);
      } catch (IOException gone) {
        streams.remove(stream);
      }
    }
  }

  private static void write(OutputStream stream, String json) throws IOException {
    stream.write(("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
    stream.flush();
  }

  /** What a page says of the figures that it shows. */
  static final class Figures {

    private Figures() {}

    /** Whether {@code json} says that figures, and not their absence, are painted. */
    static boolean shownIn(String json) {
      var message = JsonParser.parseString(json).getAsJsonObject();
      return message.get("type").getAsString().equals("shown")
          && message.get("version").getAsLong() > 0;
    }
  }
}
