package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * What a contestant lives in.
 *
 * @param hands the desktop's clock
 * @param later does work after a delay; what it answers cancels that
 */
record World(
    Time hands, BiFunction<Duration, Runnable, Runnable> later, Server server, Random random) {

  static World on(VirtualTime time, Duration lifetime, long seed) {
    return new World(time.hands(), time::later, new Server(time::elapsed, lifetime), mixed(seed));
  }

  // the first numbers of Random are alike where the seeds are
  private static Random mixed(long seed) {
    return new Random(new SplittableRandom(seed).nextLong());
  }
}
