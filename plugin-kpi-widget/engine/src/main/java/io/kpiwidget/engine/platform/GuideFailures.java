package io.kpiwidget.engine.platform;

import com.google.gson.JsonObject;

/** Refusals of the guide's API. */
final class GuideFailures {

  /** Words with colons, or the guide's " > ": what has neither is no permission's name. */
  private static final String PERMISSION = "[\\w* -]+([:>][\\w* -]+){1,4}";

  /** What platforms say to a token of {@code client_credentials} alone. */
  private static final String NO_USER_CONTEXT = "requires a user context";

  private GuideFailures() {}

  static PlatformException of(HttpCall call, HttpAnswer answer) {
    var told = new Answered("error", Answered.parse(answer.body()).orElseGet(JsonObject::new));
    if (answer.status() == 400 && told.text("message", "").contains(NO_USER_CONTEXT)) {
      return new PlatformException.NoUserContext(call + ": 400 without a user context");
    }
    return switch (answer.status()) {
      case 401 -> new PlatformException.SignInRequired(call + ": 401");
      case 403 -> new PlatformException.NotPermitted(permission(told));
      case 400, 404, 405, 409, 413, 415, 422 ->
          new PlatformException.NotUnderstood(
              call + ": " + answer.status() + " " + word(told), pointer(told));
      default -> new PlatformException.BadAnswer(call + ": " + answer.status());
    };
  }

  private static String word(Answered told) {
    var code = told.text("code", "");
    return code.matches("[a-zA-Z_.]{1,60}") ? code : "";
  }

  private static String permission(Answered told) {
    var permission = told.text("permission", "");
    return permission.matches(PERMISSION) && permission.length() <= 80 ? permission : "";
  }

  // it is shown to the agent: a path into the question, or nothing
  private static String pointer(Answered told) {
    var pointer = told.text("pointer", "");
    return pointer.matches("(/[a-zA-Z0-9_]{1,30}){1,16}") ? pointer : "";
  }
}
