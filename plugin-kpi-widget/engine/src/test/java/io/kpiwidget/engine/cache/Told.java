package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Time;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers and calls as a test writes them down. */
final class Told {

  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Told() {}

  /** {@code lines} are "Name: value". */
  static HttpAnswer answer(int status, String... lines) {
    return new HttpAnswer(status, fields(lines, true), "", new Time.Moment(NOON, 0), NOON);
  }

  static HttpCall call(String... lines) {
    return new HttpCall(
        HttpCall.Kind.API,
        "POST",
        "/q",
        URI.create("http://localhost/q"),
        fields(lines, false),
        Optional.of(new HttpCall.Content("application/json", "{}")));
  }

  static String date(long secondsFromNoon) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
        .withZone(ZoneOffset.UTC)
        .format(NOON.plusSeconds(secondsFromNoon));
  }

  private static Map<String, String> fields(String[] lines, boolean lower) {
    var fields = new HashMap<String, String>();
    for (var line : lines) {
      var parts = line.split(": ?", 2);
      fields.put(lower ? parts[0].toLowerCase(Locale.ROOT) : parts[0], parts[1]);
    }
    return fields;
  }
}
