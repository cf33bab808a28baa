package io.kpiwidget.engine.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A token endpoint and an API that take its tokens, with the bad days of both. One thread. */
final class Server {

  /** What the token endpoint does with a request. */
  enum Fault {
    NONE,
    /** 503. */
    DOWN,
    /** 429 for {@link #WINDOW}. */
    THROTTLING,
    /** 401 {@code invalid_client}. */
    CLIENT_UNKNOWN
  }

  /** What {@code Retry-After} says. */
  static final Duration WINDOW = Duration.ofMinutes(2);

  static final String AGENT = "agent-1";

  /** One answer; headers as the server spells them. */
  record Reply(int status, Map<String, String> headers, String body) {}

  private final Supplier<Duration> elapsed;
  private final Duration lifetime;
  private final Map<String, Duration> endings = new HashMap<>();
  private final List<Duration> requests = new ArrayList<>();

  private Fault fault = Fault.NONE;
  private boolean isApiRefusing;
  private Duration windowEnds = Duration.ZERO;
  private int insideWindow;
  private int deadCalls;
  private Duration newestEnds = Duration.ZERO;

  /** {@code elapsed} is the true time, whatever a desktop's clock says. */
  Server(Supplier<Duration> elapsed, Duration lifetime) {
    this.elapsed = elapsed;
    this.lifetime = lifetime;
  }

  void fail(Fault how) {
    fault = how;
  }

  /** The API answers 401 to every token from now on. */
  void refuseEveryToken() {
    isApiRefusing = true;
  }

  void revokeAll() {
    endings.clear();
  }

  /** When the token endpoint was asked. */
  List<Duration> requests() {
    return requests;
  }

  /** Requests that came before a {@code Retry-After} was over. */
  int insideWindow() {
    return insideWindow;
  }

  /** API calls with a token that was expired or revoked. */
  int deadCalls() {
    return deadCalls;
  }

  boolean isValid(String token) {
    var ends = endings.get(token);
    return ends != null && elapsed.get().compareTo(ends) < 0;
  }

  /** Whether the last token that it gave still serves. */
  boolean isNewestValid() {
    return elapsed.get().compareTo(newestEnds) < 0;
  }

  Reply token() {
    requests.add(elapsed.get());
    return switch (fault) {
      case NONE -> granted();
      case DOWN -> new Reply(503, Map.of(), "");
      case THROTTLING -> throttled();
      case CLIENT_UNKNOWN -> json(401, "{\"error\":\"invalid_client\"}");
    };
  }

  Reply api(String token) {
    boolean valid = isValid(token);
    deadCalls += valid ? 0 : 1;
    return valid && !isApiRefusing
        ? json(200, "{\"userId\":\"" + AGENT + "\",\"permissions\":[]}")
        : new Reply(401, Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""), "");
  }

  private Reply granted() {
    var token = "token-" + requests.size();
    newestEnds = elapsed.get().plus(lifetime);
    endings.put(token, newestEnds);
    return json(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
            .formatted(token, lifetime.toSeconds()));
  }

  // asking too early makes the wait no longer: the mildest server there is
  private Reply throttled() {
    if (elapsed.get().compareTo(windowEnds) < 0) {
      insideWindow++;
    } else {
      windowEnds = elapsed.get().plus(WINDOW);
    }
    long wait = windowEnds.minus(elapsed.get()).plusNanos(999_999_999).toSeconds();
    return new Reply(429, Map.of("Retry-After", Long.toString(wait)), "");
  }

  private static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body);
  }
}
