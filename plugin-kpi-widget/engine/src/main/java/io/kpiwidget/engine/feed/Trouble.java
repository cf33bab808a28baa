package io.kpiwidget.engine.feed;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What went wrong, for the agent: a sentence, a next step, and when we try again by ourselves.
 * Never a body, a URL with its query, a token or a stack trace.
 *
 * @param reference what the log calls it by, until it is over; empty while it is in no log
 * @param link where a sign-in waits for the agent; for the agent alone, in no log and no page
 */
public record Trouble(
    Code code,
    String sentence,
    String nextStep,
    Optional<Instant> retryAt,
    Optional<URI> link,
    String reference) {

  /** One without a link. */
  public Trouble(Code code, String sentence, String nextStep, Optional<Instant> retryAt) {
    this(code, sentence, nextStep, retryAt, Optional.empty(), "");
  }

  /** The same under a reference. */
  Trouble as(String given) {
    return new Trouble(code, sentence, nextStep, retryAt, link, given);
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
    /** No answer, and nothing tells why. */
    UNREACHABLE,
    DNS,
    REFUSED,
    TIMEOUT,
    TLS,
    PROXY,
    /** The platform's own fault (5xx). */
    PLATFORM,
    /** This computer's clock is off. */
    CLOCK,
    BAD_ANSWER,
    WIDGET;

    /** Whether there is no way to the platform now. */
    public boolean isOffline() {
      return OFFLINE.contains(this);
    }

    private static final Set<Code> OFFLINE =
        EnumSet.of(UNREACHABLE, DNS, REFUSED, TIMEOUT, TLS, PROXY, PLATFORM);
  }

  /** The next step with what the agent reads out to a support desk, such as "DNS K7F3QZ". */
  public String advice() {
    return "%s (%s)".formatted(nextStep, (code + " " + reference).strip());
  }

  /** Without the link: it opens a session. */
  @Override
  public String toString() {
    return "Trouble[" + code + ", " + sentence + " " + nextStep + ", " + retryAt + "]" + reference;
  }
}
