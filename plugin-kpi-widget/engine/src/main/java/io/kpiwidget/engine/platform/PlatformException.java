package io.kpiwidget.engine.platform;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The platform did not give what was asked: one kind for each thing that somebody can do about it.
 * Messages are for logs; they never hold a body, a query string or a secret.
 */
public abstract sealed class PlatformException extends IOException {

  private static final long serialVersionUID = 1L;

  private PlatformException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The token is not accepted (401, {@code invalid_grant}): the agent signs in again. */
  public static final class SignInRequired extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final Place place;
    private final boolean lasting;
    private final transient Optional<URI> link;

    /** Where the agent signs in. */
    public enum Place {
      DESKTOP,
      BROWSER
    }

    /** One that may pass by itself, such as a 401 of the API. */
    public SignInRequired(String message) {
      this(message, Place.DESKTOP, false, Optional.empty());
    }

    private SignInRequired(String message, Place place, boolean lasting, Optional<URI> link) {
      super(message, null);
      this.place = place;
      this.lasting = lasting;
      this.link = link;
    }

    /** One that only another sign-in at the desktop ends, such as {@code invalid_grant}. */
    public static SignInRequired lasting(String message) {
      return new SignInRequired(message, Place.DESKTOP, true, Optional.empty());
    }

    /** One that the agent ends in their own browser, at {@code link} while that is waiting. */
    public static SignInRequired inBrowser(String message, Optional<URI> link) {
      return new SignInRequired(message, Place.BROWSER, true, link);
    }

    public Place place() {
      return place;
    }

    /** Whether asking again is pointless until a person did something. */
    public boolean isLasting() {
      return lasting;
    }

    /** Where the agent's sign-in is awaited now; never in a log, it opens a session. */
    public Optional<URI> link() {
      return link;
    }
  }

  /** The agent lacks a permission (403): an administrator grants it. */
  public static final class NotPermitted extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final String permission;

    /** {@code permission} is empty when the platform does not name it. */
    public NotPermitted(String permission) {
      super("not permitted: " + (permission.isEmpty() ? "(not named)" : permission), null);
      this.permission = permission;
    }

    public String permission() {
      return permission;
    }
  }

  /** Too many requests (429), or our own gate after one: wait. */
  public static final class RateLimited extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public RateLimited(Duration retryAfter) {
      super("rate limited for " + retryAfter.toSeconds() + " s", null);
      this.retryAfter = retryAfter;
    }

    /** From now. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** No connection, a timeout, or a server's fault (5xx): it is tried again. */
  public static final class Unreachable extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final transient Optional<Duration> retryAfter;
    private final Obstacle obstacle;

    public Unreachable(String message, @Nullable Throwable cause) {
      this(message, cause, Optional.empty());
    }

    public Unreachable(String message, @Nullable Throwable cause, Optional<Duration> retryAfter) {
      this(message, cause, retryAfter, Obstacle.UNKNOWN);
    }

    private Unreachable(
        String message,
        @Nullable Throwable cause,
        Optional<Duration> retryAfter,
        Obstacle obstacle) {
      super(message, cause);
      this.retryAfter = retryAfter;
      this.obstacle = obstacle;
    }

    /** Without what stopped it as its cause: HTTP's errors quote what the server sent. */
    public static Unreachable by(Obstacle obstacle, String message) {
      return by(obstacle, message, Optional.empty());
    }

    public static Unreachable by(Obstacle obstacle, String message, Optional<Duration> retryAfter) {
      return new Unreachable(message, null, retryAfter, obstacle);
    }

    /** What is in the way. */
    public Obstacle obstacle() {
      return obstacle;
    }

    /** When the platform says how long it needs. */
    public Optional<Duration> retryAfter() {
      return retryAfter;
    }
  }

  /** An answer that is not what the dialect promises, such as a proxy's log-in page. */
  public static final class BadAnswer extends PlatformException {
    private static final long serialVersionUID = 1L;

    public BadAnswer(String message) {
      super(message, null);
    }
  }

  /** The platform does not take the question (400, 404): the widget's definition needs work. */
  public static final class NotUnderstood extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final String pointer;

    /** {@code pointer} is where in the question, when the platform tells; else empty. */
    public NotUnderstood(String message, String pointer) {
      super(message, null);
      this.pointer = pointer;
    }

    public String pointer() {
      return pointer;
    }
  }

  /** The token endpoint does not take the client or its request: the vendor corrects it. */
  public static final class ClientRefused extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final String code;

    /** {@code code} is RFC 6749's, or {@code missing_secret}. */
    public ClientRefused(String code) {
      super("client refused: " + code, null);
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * The token is the program's own and not the agent's (400 "requires a user context"): the token
   * source needs a grant for agents.
   */
  public static final class NoUserContext extends PlatformException {
    private static final long serialVersionUID = 1L;

    public NoUserContext(String message) {
      super(message, null);
    }
  }

  /** A question has a hole in it that nobody can fill, so it was not put. */
  public static final class Unresolved extends PlatformException {
    private static final long serialVersionUID = 1L;
    private final String placeholder;
    private final String reason;

    /** {@code reason} is the second half of a sentence for people. */
    public Unresolved(String placeholder, String reason) {
      super("no value for " + placeholder + ": " + reason, null);
      this.placeholder = placeholder;
      this.reason = reason;
    }

    /** As it is written in the definition. */
    public String placeholder() {
      return placeholder;
    }

    public String reason() {
      return reason;
    }
  }

  /** The token is for somebody else: nothing may be shown. */
  public static final class SubjectMismatch extends PlatformException {
    private static final long serialVersionUID = 1L;

    public SubjectMismatch(String message) {
      super(message, null);
    }
  }
}
