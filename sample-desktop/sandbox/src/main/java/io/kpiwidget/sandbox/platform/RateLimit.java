package io.kpiwidget.sandbox.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Requests per minute and token, in windows that begin with a token's first request. Thread-safe.
 */
final class RateLimit {
  private static final long WINDOW_SECONDS = 60;

  private record Window(Instant start, int used) {}

  private final Map<String, Window> windows = new HashMap<>();
  private final Clock clock;
  private final int perMinute;

  RateLimit(Clock clock, int perMinute) {
    this.clock = clock;
    this.perMinute = perMinute;
  }

  /** Counts one request; the seconds until the next window when it was one too many, else 0. */
  synchronized long count(String tokenId) {
    var now = clock.instant();
    windows.values().removeIf(window -> !now.isBefore(window.start.plusSeconds(WINDOW_SECONDS)));
    var window = windows.getOrDefault(tokenId, new Window(now, 0));
    windows.put(tokenId, new Window(window.start, window.used + 1));
    var left = window.start.plusSeconds(WINDOW_SECONDS).toEpochMilli() - now.toEpochMilli();
    return window.used < perMinute ? 0 : (left + 999) / 1000;
  }
}
