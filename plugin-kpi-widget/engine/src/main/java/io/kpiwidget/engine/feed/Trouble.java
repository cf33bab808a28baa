package io.kpiwidget.engine.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What went wrong, for the agent: a sentence, a next step, and when we try again by ourselves.
 * Never a body, a URL with its query, a token or a stack trace.
 *
 * @param link where a sign-in waits for the agent; for the agent alone, in no log and no page
 */
public record Trouble(
    Code code, String sentence, String nextStep, Optional<Instant> retryAt, Optional<URI> link) {

  /** One without a link. */
  public Trouble(Code code, String sentence, String nextStep, Optional<Instant> retryAt) {
    this(code, sentence, nextStep, retryAt, Optional.empty());
  }

  /** The closed list of causes; the support desk searches by these names. */
  public enum Code {
    CONFIG,
    CLIENT_SECRET,
    SIGN_IN,
    /** The agent signs in with their own browser. */
    SIGN_IN_BROWSER,
    SUBJECT_MISMATCH,
    /** The token is the program's own, not the agent's. */
    NO_AGENT,
    PERMISSION,
    QUEUES,
    RATE_LIMIT,
    UNREACHABLE,
    BAD_ANSWER,
    WIDGET
  }

  /** Without the link: it opens a session. */
  @Override
  public String toString() {
    return "Trouble[" + code + ", " + sentence + " " + nextStep + ", " + retryAt + "]";
  }
}
