package io.kpiwidget.engine.platform;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One answer.
 *
 * @param headers by lower-case name; the lines of one field are joined by commas
 * @param sent when the request left
 * @param at when the platform answered, by its own clock
 */
public record HttpAnswer(
    int status, Map<String, String> headers, String body, Time.Moment sent, Instant at) {

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * Whether the platform has nothing newer: 304 as the guide says, or 412 as RFC 9110 §13.1.2 wants
   * it for a POST.
   */
  public boolean isNotModified() {
    return status == 304 || status == 412;
  }

  boolean isRedirect() {
    return status >= 300 && status < 400 && status != 304;
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Override
  public String toString() {
    return "HttpAnswer[" + status + ", " + body.length() + " characters]";
  }
}
