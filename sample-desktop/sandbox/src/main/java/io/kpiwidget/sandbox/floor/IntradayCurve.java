package io.kpiwidget.sandbox.floor;

/**
 * A working day's arrivals: calm at night, a busy morning, a lower afternoon, with a ripple per
 * queue so that queues swell and drain.
 *
 * <p>Hours are those of the centre's own clock, where the simulation starts at {@link
 * Workday#START_HOUR}.
 */
record IntradayCurve(Workday workday, double busiestPerHour, double phase) implements Intensity {
  private static final double RIPPLE = 0.16;
  private static final long RIPPLE_MILLIS = 23 * 60_000L;
  private static final double[] SHARE_BY_HOUR = {
    .02, .01, .01, .01, .02, .02, .13, .33, .62, .75, .96, 1, .84, .83, .81, .61, .35, .19, .13,
    .10, .07, .04, .02, .02
  };

  @Override
  public double perHour(long millis) {
    var ripple =
        1
            + RIPPLE
                * Math.sin(2 * Math.PI * (millis - workday.startMillis()) / RIPPLE_MILLIS + phase);
    return busiestPerHour * share(workday.hourOf(millis)) * ripple;
  }

  @Override
  public double peak() {
    return busiestPerHour * (1 + RIPPLE);
  }

  private static double share(double hour) {
    var before = (int) hour;
    var part = hour - before;
    return SHARE_BY_HOUR[before] * (1 - part) + SHARE_BY_HOUR[(before + 1) % 24] * part;
  }
}
