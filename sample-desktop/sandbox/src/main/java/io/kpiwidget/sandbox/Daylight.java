package io.kpiwidget.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

  /** The zone that was asked for; otherwise by daylight. */
  static Place of(SandboxOptions.Simulation simulation) {
    var clock = simulation.clock();
    return simulation
        .zone()
        .map(zone -> new Place(zone, zone))
        .orElseGet(() -> at(clock.instant(), clock.getZone()));
  }

  /**
   * The machine's own zone while it is day there, since the panel then shows the desktop's time;
   * before that a place where it is: a "today" of minutes has no figures to show.
   */
  static Place at(Instant now, ZoneId own) {
    return day(now, own)
        ? new Place(own, neighbour(now, own))
        : PLACES.stream().filter(place -> day(now, place.zone)).findFirst().orElse(PLACES.get(0));
  }

  /** A zone with another time, as near as may be, where it is day as well. */
  private static ZoneId neighbour(Instant now, ZoneId own) {
    return PLACES.stream()
        .flatMap(place -> Stream.of(place.zone, place.neighbour))
        .filter(zone -> day(now, zone) && hoursApart(now, zone, own) > 0)
        .min(Comparator.comparingDouble(zone -> hoursApart(now, zone, own)))
        .orElse(own);
  }

  private static double hoursApart(Instant now, ZoneId one, ZoneId other) {
    return Math.abs(offset(now, one) - offset(now, other)) / 3600.0;
  }

  private static int offset(Instant now, ZoneId zone) {
    return zone.getRules().getOffset(now).getTotalSeconds();
  }

  private static boolean day(Instant now, ZoneId zone) {
    return now.atZone(zone).getHour() >= EARLIEST_HOUR;
  }
}
