package io.kpiwidget.engine.platform;

import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a token endpoint answered (RFC 6749 §5).
 *
 * @param refreshToken what could bring the next grant, when the server gives one
 */
public record TokenAnswer(TokenGrant grant, Optional<SecretValue> refreshToken) {

  private static final String WHAT = "token";

  /** RFC 6749 §5.1 lets a server leave the lifetime out. */
  private static final Duration UNSAID = Duration.ofMinutes(5);

  /** A week: longer is a slip, and far from any overflow. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** OpenID Connect's ways to ask for the person, beside RFC 6749's {@code invalid_grant}. */
  private static final Set<String> SIGN_IN =
      Set.of("invalid_grant", "login_required", "interaction_required", "consent_required");

  private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error");

  /** Reads a success; some servers say with a 200 that it is none. */
  public static TokenAnswer of(HttpAnswer answer) throws PlatformException {
    var object = Answered.of(WHAT, answer);
    var error = object.text("error", "");
    if (!error.isEmpty()) {
      throw refused(error);
    }
    refuseOtherTypes(object);
    var grant =
        new TokenGrant(
            new SecretValue(printable(object, object.text("access_token"))),
            lifetime(object),
            refreshIn(object),
            object.optionalText("sub"),
            answer.sent());
    return new TokenAnswer(grant, object.optionalText("refresh_token").map(SecretValue::new));
  }

  // RFC 6749 §7.1: a token of a type that one does not know must not be used
  private static void refuseOtherTypes(Answered object) throws BadAnswer {
    if (!object.text("token_type", "Bearer").equalsIgnoreCase("Bearer")) {
      throw object.bad("token_type");
    }
  }

  // anything else could not be sent in a header, and OkHttp's refusal would print it
  private static String printable(Answered object, String token) throws BadAnswer {
    if (token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      return token;
    }
    throw object.bad("access_token");
  }

  private static Duration lifetime(Answered object) throws BadAnswer {
    if (!object.object().has("expires_in")) {
      return UNSAID;
    }
    var seconds = seconds(object, "expires_in");
    return capped(seconds.orElseThrow(() -> object.bad("expires_in")));
  }

  // only a hint: one that makes no sense is no reason to go without a token
  private static Optional<Duration> refreshIn(Answered object) {
    var seconds = seconds(object, "refresh_in");
    return seconds.isPresent()
        ? Optional.of(capped(seconds.getAsDouble()))
        : Optional.<Duration>empty();
  }

  /** A positive number, or digits in a text, as some servers write it. */
  private static OptionalDouble seconds(Answered object, String name) {
    var text = object.text(name, "");
    var seconds =
        text.matches("\\d{1,12}")
            ? OptionalDouble.of(Double.parseDouble(text))
            : object.optionalNumber(name);
    return seconds.orElse(0) > 0 ? seconds : OptionalDouble.empty();
  }

  private static Duration capped(double seconds) {
    return Duration.ofSeconds((long) Math.max(1, Math.min(seconds, (double) LONGEST.toSeconds())));
  }

  /** What a refusal of the endpoint means. */
  public static PlatformException failure(HttpCall call, HttpAnswer answer) {
    var error = Answered.parse(answer.body()).map(o -> new Answered(WHAT, o).text("error", ""));
    if (error.isPresent() && !error.get().isEmpty()) {
      return refused(error.get());
    }
    return answer.status() == 401
        ? new ClientRefused("invalid_client")
        : new BadAnswer(call + ": " + answer.status() + " without an error");
  }

  private static PlatformException refused(String error) {
    if (PASSING.contains(error)) {
      return new Unreachable("token endpoint: " + error, null);
    }
    return SIGN_IN.contains(error)
        ? SignInRequired.lasting("token endpoint: " + error)
        : new ClientRefused(word(error));
  }

  /** RFC 6749's codes are words; whatever else comes is not worth a log line. */
  public static String word(String error) {
    return error.matches("[a-z_]{1,40}") ? error : "unknown_error";
  }
}
