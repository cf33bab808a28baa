package io.kpiwidget.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Picks a place where the day is well under way: a "today" that began minutes ago would be empty.
 */
final class Daylight {
  /** A zone, and one nearby for those agents who make time zones worth testing. */
  record Place(ZoneId zone, ZoneId neighbour) {}

  private static final int EARLIEST_HOUR = 6;
  private static final List<Place> PLACES =
      List.of(
          new Place(ZoneId.of("Europe/Berlin"), ZoneId.of("Europe/London")),
          new Place(ZoneId.of("America/New_York"), ZoneId.of("America/Chicago")),
          new Place(ZoneId.of("Asia/Singapore"), ZoneId.of("Asia/Kolkata")));

  private Daylight() {}

  static Place at(Instant now) {
    return PLACES.stream()
        .filter(place -> now.atZone(place.zone).getHour() >= EARLIEST_HOUR)
        .findFirst()
        .orElse(PLACES.get(0));
  }
}
