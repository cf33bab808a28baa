package io.kpiwidget.sandbox.floor;

/**
 * The centre's own clock. It always shows mid-morning when the simulation starts, whatever the wall
 * clock says: a demo at midnight looks into a busy centre too.
 */
record Workday(long startMillis) {
  static final double START_HOUR = 10.5;
  static final long DAY = 86_400_000L;
  private static final double HOUR = 3_600_000;

  /** Hour of the centre's day, 0 ≤ hour < 24. */
  double hourOf(long millis) {
    return Math.floorMod(millis - midnight(0), DAY) / HOUR;
  }

  /** Midnight on the centre's clock; day 0 is the one in which the simulation starts. */
  long midnight(int day) {
    return startMillis - Math.round(START_HOUR * HOUR) + day * DAY;
  }

  long at(int day, double hour) {
    return midnight(day) + Math.round(hour * HOUR);
  }
}
