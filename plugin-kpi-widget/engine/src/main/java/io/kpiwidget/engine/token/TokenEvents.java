package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.SecretValue;
import java.time.Duration;

/**
 * What happens to an agent's token. Called on the refresher's threads, one call at a time, with its
 * lock held: return at once and do not call back.
 */
public interface TokenEvents {

  /** {@code token} is good for {@code remaining}; the one before is not to be used any more. */
  void token(SecretValue token, Duration remaining);

  /** An attempt ended after {@code latency}. */
  default void attempted(Outcome outcome, Duration latency) {}

  /**
   * The wall clock moved {@code by} against the monotonic one: the machine slept, or somebody set
   * the clock.
   */
  default void clockJumped(Duration by) {}

  /** How an attempt to get a token ended. */
  enum Outcome {
    TOKEN,
    TRANSIENT,
    CONFIGURATION,
    SIGN_IN,
    SUBJECT,
    /** It came when the agent had left, and was taken back. */
    LATE
  }
}
