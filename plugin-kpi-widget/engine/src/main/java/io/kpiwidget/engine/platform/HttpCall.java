package io.kpiwidget.engine.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request, not yet sent.
 *
 * @param route the path with its variable parts named, for counters
 */
public record HttpCall(
    Kind kind,
    String method,
    String route,
    URI uri,
    Map<String, String> headers,
    Optional<Content> content) {

  /** What a call is for; an answer longer than its limit is refused. */
  public enum Kind {
    TOKEN(1 << 20),
    API(8 << 20);

    private final int limit;

    Kind(int limit) {
      this.limit = limit;
    }

    int limit() {
      return limit;
    }
  }

  /** A request's body. */
  public record Content(String type, String text) {

    /** May be a form with a secret's neighbours: only the size is told. */
    @Override
    public String toString() {
      return "Content[" + type + ", " + text.length() + " characters]";
    }
  }

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** The same call with one header more. */
  HttpCall with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpCall(kind, method, route, uri, more, content);
  }

  /** The same call as the token's agent. */
  public HttpCall as(SecretValue token) {
    return with("Authorization", "Bearer " + token.reveal());
  }

  /** The same call, for an answer other than the one with {@code etag} (RFC 9110 §13.1.2). */
  public HttpCall unless(String etag) {
    return with("If-None-Match", etag);
  }

  /** The same for a GET whose answer has no tag: for one that changed since {@code date}. */
  public HttpCall unlessSince(String date) {
    return with("If-Modified-Since", date);
  }

  /** Whether "not modified" is an answer to it. */
  public boolean isConditional() {
    return headers.containsKey("If-None-Match") || headers.containsKey("If-Modified-Since");
  }

  /** Without headers: they hold the token. */
  @Override
  public String toString() {
    return method + " " + route;
  }
}
