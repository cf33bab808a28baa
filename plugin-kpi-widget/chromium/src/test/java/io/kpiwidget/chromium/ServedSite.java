package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Generated host pages behind nginx, with a server of ours for what is below /api/. */
final class ServedSite implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private static final String CONFIG =
      """
      daemon off; master_process off; pid FOLDER/nginx.pid; error_log FOLDER/error.log;
      events { worker_connections 64; }
      http {
        access_log off;
        client_body_temp_path FOLDER/body; proxy_temp_path FOLDER/proxy;
        fastcgi_temp_path FOLDER/fastcgi; uwsgi_temp_path FOLDER/uwsgi; scgi_temp_path FOLDER/scgi;
        server {
          listen 127.0.0.1:PORT; root FOLDER/site;
          include FOLDER/site/nginx.conf;
          location /api/ { proxy_pass http://127.0.0.1:BACKEND; proxy_buffering off; }
        }
      }
      """;

  private final Path folder;
  private final int port;
  private final HttpServer backend;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<String> posts = new LinkedBlockingQueue<>();
  private final List<String> posted = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Process> processes = new ArrayList<>();

  /** What the event stream says from its start. */
  private String events = "";

  ServedSite(Path folder) throws IOException {
    this.folder = folder;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.createContext("/api/events", this::stream);
    backend.createContext("/api/page", this::take);
    backend.setExecutor(threads);
    backend.start();
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  /** As a vendor does it, on the command line. */
  ServedSite generate(String site) throws IOException, InterruptedException {
    var config = Files.writeString(folder.resolve("site.json"), site);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(java, "-cp", System.getProperty("java.class.path"), "io.kpiwidget.page.Main");
    var arguments = new ArrayList<>(command);
    arguments.addAll(List.of("generate", "--config", config.toString(), "--out", folder + "/site"));
    var run = new ProcessBuilder(arguments).redirectErrorStream(true).start();
    var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isZero();
    return this;
  }

  ServedSite events(String... json) {
    var stream = new StringBuilder();
    for (var event : json) {
      stream.append("data: ").append(event.replace("\n", "")).append("\n\n");
    }
    events = stream.toString();
    return this;
  }

  /** Starts nginx with the generated file, and waits until it listens. */
  ServedSite serve() throws IOException, InterruptedException {
    var config =
        CONFIG
            .replace("FOLDER", folder.toString())
            .replace("PORT", Integer.toString(port))
            .replace("BACKEND", Integer.toString(backend.getAddress().getPort()));
    var file = Files.writeString(folder.resolve("nginx.conf"), config);
    var shell = "PATH=$PATH:/usr/sbin exec nginx -p " + folder + " -c " + file;
    var log = folder.resolve("nginx.log");
    var nginx =
        new ProcessBuilder("sh", "-c", shell)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    processes.add(nginx);
    while (!listens()) {
      assertThat(nginx.waitFor(20, TimeUnit.MILLISECONDS))
          .as(() -> "nginx, which sample-desktop/prepare --tests installs, ended: " + read(log))
          .isFalse();
    }
    return this;
  }

  private boolean listens() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** A post of the page that has {@code part}; waits for it where there is none yet. */
  String posted(String part) throws InterruptedException {
    for (var post : posts()) {
      if (post.contains(part)) {
        return post;
      }
    }
    var next = posts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(next).as(() -> "a post with " + part + " after " + posted).isNotNull();
    posted.add(next);
    return posted(part);
  }

  /** All that the page has posted until now. */
  List<String> posts() {
    posts.drainTo(posted);
    return posted;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      posts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    end.countDown();
    backend.stop(0);
    threads.shutdownNow();
  }
}
