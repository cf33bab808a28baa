package io.kpiwidget.sandbox.platform;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * One loopback HTTP server of the sandbox and the way each of its requests goes: down, fault,
 * endpoint, ledger.
 */
final class HttpSide {
  /** What the servers share. */
  record Shared(
      Faults faults, Ledger ledger, Tokens tokens, ServerClock serverClock, Clock clock) {}

  private static final Set<String> GRANTS =
      Set.of(
          "client_credentials",
          "authorization_code",
          "refresh_token",
          "access_token",
          TokenExchange.NAME);

  private final String origin;
  private final Shared shared;
  private final Javalin app;
  private final CountDownLatch closed = new CountDownLatch(1);

  HttpSide(String origin, Shared shared) {
    this.origin = origin;
    this.shared = shared;
    app =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              config.startupWatcherEnabled = false;
              config.jetty.defaultHost = "127.0.0.1";
              config.jetty.threadPool = threads(origin);
            });
  }

  private static QueuedThreadPool threads(String origin) {
    var pool = new QueuedThreadPool(64, 4, 30_000);
    pool.setName("sandbox-" + origin);
    pool.setDaemon(true);
    return pool;
  }

  void start(int port) {
    app.start(port);
  }

  /** Where it listens, once it was started. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + app.port());
  }

  void stop() {
    closed.countDown();
    app.stop();
  }

  /** A route of the platform: may fail by order, is written into the ledger. */
  void platform(HandlerType method, String route, Endpoint endpoint) {
    app.addHttpHandler(method, route, context -> recorded(context, route, endpoint));
  }

  /** A route without faults and ledger. */
  void plain(HandlerType method, String route, Endpoint endpoint) {
    app.addHttpHandler(
        method,
        route,
        context -> Wire.send(context, answer(context, route, endpoint), shared.serverClock()));
  }

  /** The error shape of the API for paths that do not exist. */
  void refuseTheRest() {
    app.exception(
        NotFoundResponse.class,
        (missing, context) ->
            Wire.send(
                context,
                Refusal.of(404, "not.found", "No such route").reply(),
                shared.serverClock()));
  }

  void raw(String route, Handler handler) {
    app.get(route, handler);
  }

  private void recorded(Context context, String route, Endpoint endpoint) throws IOException {
    if (shared.faults().down()) {
      Wire.reset(context);
      return;
    }
    var asked =
        new Ledger.Asked(
            context.method().name(),
            route,
            origin,
            context.header("If-None-Match") != null,
            grant(context),
            question(context));
    var asker = asker(context);
    var inFlight = shared.ledger().begin(asked);
    try {
      var status = sent(context, route, endpoint);
      var outcome = new Ledger.Outcome(status, inFlight);
      shared.ledger().add(shared.clock().instant(), asked, asker, outcome);
    } finally {
      shared.ledger().end(asked);
    }
  }

  /** Answers or fails; the status, 0 for a connection that was reset and never had one. */
  private int sent(Context context, String route, Endpoint endpoint) throws IOException {
    var fault = shared.faults().hit(route, context.path());
    if (fault.isPresent()) {
      fail(context, route, endpoint, fault.get());
    } else {
      Wire.send(context, answer(context, route, endpoint), shared.serverClock());
    }
    var reset = fault.filter(one -> one.kind() == Fault.Kind.RESET).isPresent();
    return reset ? 0 : context.statusCode();
  }

  /** Only words that are known: what else a client sends here may be a secret. */
  private static String grant(Context context) {
    var form = context.isFormUrlencoded();
    var words = form ? Stream.of("grant_type", "token_type_hint") : Stream.<String>empty();
    return words
        .flatMap(name -> Stream.ofNullable(context.formParam(name)))
        .filter(GRANTS::contains)
        .findFirst()
        .orElse("");
  }

  private static String question(Context context) {
    var body = context.isFormUrlencoded() ? "" : context.body();
    return body.isEmpty() ? "" : Integer.toHexString(body.hashCode());
  }

  private void fail(Context context, String route, Endpoint endpoint, Fault fault)
      throws IOException {
    switch (fault.kind()) {
      case RESET -> Wire.reset(context);
      case HUGE -> Wire.huge(context);
      case STATUS -> Wire.send(context, Wire.status(fault), shared.serverClock());
      case HTML -> Wire.send(context, Wire.html(), shared.serverClock());
      case EMPTY -> Wire.send(context, Wire.empty(), shared.serverClock());
      case MALFORMED ->
          Wire.send(
              context, Wire.truncated(answer(context, route, endpoint)), shared.serverClock());
      case SLOW -> {
        linger(fault.millis());
        Wire.send(context, answer(context, route, endpoint), shared.serverClock());
      }
    }
  }

  /** Waits, but not beyond the life of the server. */
  private void linger(long millis) {
    try {
      var ended = closed.await(millis, TimeUnit.MILLISECONDS);
      if (ended) {
        throw Refusal.of(503, "service.unavailable", "Stopping");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Reply answer(Context context, String route, Endpoint endpoint) {
    try {
      return endpoint.answer(Wire.call(context, route));
    } catch (Refusal refusal) {
      return refusal.reply();
    }
  }

  private Ledger.Asker asker(Context context) {
    var header = context.header("Authorization");
    var value = header == null || header.length() < 7 ? "" : header.substring(7).trim();
    return shared
        .tokens()
        .find(value)
        .map(token -> new Ledger.Asker(token.tokenId(), token.grant().subject()))
        .orElse(new Ledger.Asker("", ""));
  }
}
