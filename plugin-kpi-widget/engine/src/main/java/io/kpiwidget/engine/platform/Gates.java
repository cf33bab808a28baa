package io.kpiwidget.engine.platform;

import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The gates that servers close by a 429, or a 503 that says for how long: the API's, and each token
 * endpoint's. A token endpoint's pause does not keep figures away while there is a good token. They
 * outlive an agent, whose refresher ends with the session, and by {@link Pauses} the desktop. Any
 * thread; blocks for a file.
 */
final class Gates {

  private final LongSupplier nanos;
  private final String api;
  private final Pauses pauses;
  private final RandomGenerator random;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  Gates(LongSupplier nanos, String api, Pauses pauses, RandomGenerator random) {
    this.nanos = nanos;
    this.api = api;
    this.pauses = pauses;
    this.random = random;
  }

  Gate of(HttpCall call) {
    return gates.computeIfAbsent(server(call), this::remembered);
  }

  /** For as long as a server {@code asked} for, and a little longer. */
  void close(HttpCall call, Duration asked) {
    // a token's refresher has a spread of its own
    var wait = isApi(call) ? RetryAfter.later(asked, random.nextDouble()) : asked;
    var gate = of(call);
    gate.close(wait);
    pauses.keep(server(call), gate.remaining());
  }

  /** How long calls to the API are held back, as far as is known yet. Returns at once. */
  Duration remaining() {
    var gate = gates.get(api);
    return gate == null ? Duration.ZERO : gate.remaining();
  }

  private Gate remembered(String server) {
    var gate = new Gate(nanos, RateLimited::new);
    var left = pauses.left(server);
    if (!left.isZero()) {
      gate.close(left);
    }
    return gate;
  }

  private String server(HttpCall call) {
    return isApi(call) ? api : call.uri().toString();
  }

  private static boolean isApi(HttpCall call) {
    return call.kind() == HttpCall.Kind.API;
  }
}
