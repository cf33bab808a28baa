package io.kpiwidget.engine.token;

import java.time.Duration;
import java.util.Map;

/**
 * A refresher's figures since it was opened.
 *
 * @param attempts by outcome
 * @param slowest the longest attempt
 * @param uses how often a token was handed out
 * @param oldest the greatest age at which one was
 * @param meanAge the mean of those ages
 * @param waiting callers that wait now, and at most ever
 * @param forced refreshes after a 401
 * @param gate how long no attempt will be made
 * @param skew how far the platform's clock is ahead of ours
 */
public record TokenMetrics(
    TokenState state,
    Map<TokenEvents.Outcome, Long> attempts,
    Duration slowest,
    long uses,
    Duration oldest,
    Duration meanAge,
    Waiting waiting,
    long forced,
    Duration gate,
    Duration skew) {

  public TokenMetrics {
    attempts = Map.copyOf(attempts);
  }

  /** Callers that wait for a token. */
  public record Waiting(int now, int most) {}
}
