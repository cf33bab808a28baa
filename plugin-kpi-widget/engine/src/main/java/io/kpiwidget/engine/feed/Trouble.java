package io.kpiwidget.engine.feed;

import java.time.Instant;
import java.util.Optional;

/**
 * What went wrong, for the agent: a sentence, a next step, and when we try again by ourselves.
 * Never a body, a URL with its query, a token or a stack trace.
 */
public record Trouble(Code code, String sentence, String nextStep, Optional<Instant> retryAt) {

  /** The closed list of causes; the support desk searches by these names. */
  public enum Code {
    CONFIG,
    CLIENT_SECRET,
    SIGN_IN,
    SUBJECT_MISMATCH,
    PERMISSION,
    QUEUES,
    RATE_LIMIT,
    UNREACHABLE,
    BAD_ANSWER,
    WIDGET
  }
}
