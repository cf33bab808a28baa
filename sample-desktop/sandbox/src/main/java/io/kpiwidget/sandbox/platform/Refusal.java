package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonObject;

/** A request that is answered with an error. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Reply reply;

  private Refusal(Reply reply, String message) {
    super(message, null, false, false);
    this.reply = reply;
  }

  Reply reply() {
    return reply;
  }

  static Refusal of(int status, String code, String message) {
    return new Refusal(Reply.json(status, error(status, code, message)), message);
  }

  static Refusal at(String pointer, String code, String message) {
    return at(400, pointer, code, message);
  }

  static Refusal at(int status, String pointer, String code, String message) {
    var body = error(status, code, message);
    body.addProperty("pointer", pointer);
    return new Refusal(Reply.json(status, body), message);
  }

  static Refusal missing(String permission) {
    var body = error(403, "missing.permission", "This needs the permission " + permission);
    body.addProperty("permission", permission);
    return new Refusal(Reply.json(403, body), permission);
  }

  static Refusal tooMany(long retryAfter) {
    var body =
        error(
            429,
            "too.many.requests",
            "Rate limit exceeded. Retry the request in [" + retryAfter + "] seconds");
    return new Refusal(
        Reply.json(429, body).with("Retry-After", Long.toString(retryAfter)), "rate limit");
  }

  /** The error shape of RFC 6749 §5.2, which differs from the API's own. */
  static Refusal oauth(int status, String error, String description) {
    var body = Reply.object("error", error);
    body.addProperty("error_description", description);
    var reply = Reply.json(status, body).with("Pragma", "no-cache");
    return new Refusal(
        status == 401 ? reply.with("WWW-Authenticate", "Basic realm=\"sandbox\"") : reply,
        description);
  }

  private static JsonObject error(int status, String code, String message) {
    var body = Reply.object("code", code);
    body.addProperty("message", message);
    body.addProperty("status", status);
    return body;
  }
}
