package io.kpiwidget.engine.platform;

import com.google.gson.JsonObject;

/** Refusals of the guide's API. */
final class GuideFailures {

  private GuideFailures() {}

  static PlatformException of(HttpCall call, HttpAnswer answer) {
    var told = new Answered("error", Answered.parse(answer.body()).orElseGet(JsonObject::new));
    return switch (answer.status()) {
      case 401 -> new PlatformException.SignInRequired(call + ": 401");
      case 403 -> new PlatformException.NotPermitted(permission(told));
      case 400, 404, 405, 409, 413, 415, 422 ->
          new PlatformException.NotUnderstood(
              call + ": " + answer.status() + " " + word(told), told.text("pointer", ""));
      default -> new PlatformException.BadAnswer(call + ": " + answer.status());
    };
  }

  private static String word(Answered told) {
    var code = told.text("code", "");
    return code.matches("[a-zA-Z_.]{1,60}") ? code : "";
  }

  private static String permission(Answered told) {
    var permission = told.text("permission", "");
    return permission.matches("[\\w:.\\- >]{1,80}") ? permission : "";
  }
}
