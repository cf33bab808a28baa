package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.config.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every window around the moments at which calendars go wrong, one line each, for a reviewer to
 * read: zone, local time, window, its start, its end, its hours. The shift was told as from 3 h 20
 * s before until 5 h 10 min after. {@code -Dgolden.update=true} writes the file anew.
 */
final class TimeWindowGoldenTest {

  private static final Path FILE = Path.of("src/test/resources/time-windows.golden");

  private static final String HOW = "if it is meant, -Dgolden.update=true writes the file anew";

  // all in the past: what governments decide later cannot change them
  private static final List<Edge> EDGES =
      List.of(
          new Edge("UTC", "2024-02-29T00:00:00Z", "a leap day"),
          new Edge("Europe/London", "2024-03-31T01:00:00Z", "spring"),
          new Edge("Europe/London", "2024-10-27T01:00:00Z", "autumn"),
          new Edge("Europe/Berlin", "2024-03-31T01:00:00Z", "spring"),
          new Edge("Europe/Berlin", "2024-10-27T01:00:00Z", "autumn"),
          new Edge("Africa/Casablanca", "2024-03-10T02:00:00Z", "Ramadan begins"),
          new Edge("Africa/Casablanca", "2024-04-14T02:00:00Z", "Ramadan is over"),
          new Edge("Asia/Beirut", "2022-03-26T22:00:00Z", "spring, a day without midnight"),
          new Edge("Asia/Kolkata", "2023-12-31T18:30:00Z", "New Year, half an hour off UTC"),
          new Edge("Asia/Kathmandu", "2023-12-31T18:15:00Z", "New Year, a quarter off UTC"),
          new Edge("Australia/Lord_Howe", "2024-04-06T15:00:00Z", "autumn, by half an hour"),
          new Edge("Australia/Lord_Howe", "2024-10-05T15:30:00Z", "spring, by half an hour"),
          new Edge("Pacific/Chatham", "2024-04-06T14:00:00Z", "autumn, at a quarter to four"),
          new Edge("Pacific/Chatham", "2024-09-28T14:00:00Z", "spring, at a quarter to three"),
          new Edge("Pacific/Kiritimati", "2023-12-31T10:00:00Z", "New Year, 14 hours off UTC"),
          new Edge("Pacific/Apia", "2011-12-30T10:00:00Z", "over the date line: no 30 December"),
          new Edge("America/Sao_Paulo", "2018-11-04T03:00:00Z", "spring, a day without midnight"),
          new Edge("America/Sao_Paulo", "2019-02-17T02:00:00Z", "autumn, an hour before midnight"),
          new Edge("America/New_York", "2024-03-10T07:00:00Z", "spring"),
          new Edge("America/New_York", "2024-11-03T06:00:00Z", "autumn"),
          new Edge("America/Adak", "2024-03-10T12:00:00Z", "spring"),
          new Edge("America/Adak", "2024-11-03T11:00:00Z", "autumn"));

  private static final List<Window> WINDOWS =
      Stream.of("day", "shift", "interval", "week", "last30Minutes", "last100Minutes")
          .map(id -> Window.of(id).orElseThrow())
          .toList();

  @Test
  void windows_aroundTheEdgesOfCalendars_areAsReviewed() throws IOException {
    var lines = EDGES.stream().flatMap(Edge::lines).toList();
    if (Boolean.getBoolean("golden.update")) {
      Files.write(FILE, lines);
    }
    var reviewed = Files.readAllLines(FILE);
    for (int i = 0; i < Math.min(lines.size(), reviewed.size()); i++) {
      assertThat(lines.get(i)).as("line %d of %s; %s", i + 1, FILE, HOW).isEqualTo(reviewed.get(i));
    }
    assertThat(lines).as("lines of %s; %s", FILE, HOW).hasSameSizeAs(reviewed);
  }

  private record Edge(ZoneId zone, Instant at, String name) {

    private static final DateTimeFormatter LOCAL =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    Edge(String zone, String at, String name) {
      this(ZoneId.of(zone), Instant.parse(at), name);
    }

    Stream<String> lines() {
      var heads = Stream.of("", "# " + zone + ", " + name);
      return Stream.concat(heads, moments().flatMap(this::lines));
    }

    /** Just before the edge, on it, well after it, and as the day ends. */
    private Stream<Instant> moments() {
      var dayEnds = TimeWindow.today(at, zone).end();
      return Stream.of(at.minusMillis(1), at, at.plusSeconds(40 * 60), dayEnds.minusMillis(1));
    }

    private Stream<String> lines(Instant now) {
      var shift = new TimeWindow(now.minusSeconds(3 * 3600 + 20), now.plusSeconds(5 * 3600 + 600));
      return WINDOWS.stream().map(window -> line(window, now, shift));
    }

    private String line(Window window, Instant now, TimeWindow shift) {
      var found = TimeWindow.of(window, now, zone, Optional.of(shift)).orElseThrow();
      return String.format(
          Locale.ROOT,
          "%-19s  %s  %-14s  %s  %s  %6.2f",
          zone,
          LOCAL.format(now.atZone(zone)),
          window.id(),
          found.startText(),
          found.endText(),
          Duration.between(found.start(), found.end()).toSeconds() / 3600.0);
    }
  }
}
