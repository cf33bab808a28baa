package io.kpiwidget.engine.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Answers of the guide's token endpoint (RFC 6749 §5). */
final class GuideTokens {

  /** RFC 6749 §5.1 lets a server leave the lifetime out. */
  private static final Duration UNSAID = Duration.ofMinutes(5);

  /** A week: longer is a slip, and far from any overflow. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private static final Set<String> SIGN_IN = Set.of("invalid_grant", "login_required");

  private GuideTokens() {}

  static TokenGrant read(HttpAnswer answer) throws PlatformException {
    var object = Answered.of("token", answer);
    var error = object.text("error", "");
    if (!error.isEmpty()) {
      throw refused(error); // some servers say so with a 200
    }
    return new TokenGrant(
        new SecretValue(printable(object, object.text("access_token"))),
        lifetime(object),
        Optional.empty(),
        object.optionalText("sub"),
        answer.sent());
  }

  // anything else could not be sent in a header, and OkHttp's refusal would print it
  private static String printable(Answered object, String token) throws PlatformException {
    if (token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      return token;
    }
    throw object.bad("access_token");
  }

  private static Duration lifetime(Answered object) throws PlatformException {
    if (!object.object().has("expires_in")) {
      return UNSAID;
    }
    double seconds = seconds(object);
    if (!(seconds > 0)) {
      throw object.bad("expires_in");
    }
    return Duration.ofSeconds((long) Math.max(1, Math.min(seconds, (double) LONGEST.toSeconds())));
  }

  private static double seconds(Answered object) throws PlatformException {
    var text = object.text("expires_in", "");
    if (text.isEmpty()) {
      return object.number("expires_in");
    }
    if (!text.matches("\\d{1,12}")) {
      throw object.bad("expires_in");
    }
    return Double.parseDouble(text);
  }

  /** What a refusal of the endpoint means. */
  static PlatformException failure(HttpCall call, HttpAnswer answer) {
    var error = Answered.parse(answer.body()).map(o -> new Answered("token", o).text("error", ""));
    if (error.isPresent() && !error.get().isEmpty()) {
      return refused(error.get());
    }
    return answer.status() == 401
        ? new PlatformException.ClientRefused("invalid_client")
        : new PlatformException.BadAnswer(call + ": " + answer.status() + " without an error");
  }

  private static PlatformException refused(String error) {
    if (error.equals("temporarily_unavailable") || error.equals("server_error")) {
      return new PlatformException.Unreachable("token endpoint: " + error, null);
    }
    return SIGN_IN.contains(error)
        ? PlatformException.SignInRequired.lasting("token endpoint: " + error)
        : new PlatformException.ClientRefused(word(error));
  }

  // RFC 6749's codes are words; whatever else comes is not worth a log line
  private static String word(String error) {
    return error.matches("[a-z_]{1,40}") ? error : "unknown_error";
  }
}
