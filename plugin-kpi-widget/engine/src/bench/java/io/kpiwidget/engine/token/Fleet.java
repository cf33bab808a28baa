package io.kpiwidget.engine.token;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** 5 000 desktops whose agents log in within one minute, as at a shift's start. */
final class Fleet {

  private static final int DESKTOPS = 5000;
  private static final int WAVES = 3;
  private static final int COARSE = 5;
  private static final Duration LIFETIME = Duration.ofHours(1);

  /** No contestant looks for a successor sooner: until then a call changes nothing. */
  private static final Duration IDLE = Duration.ofMinutes(40);

  private final int[][] perSecond = new int[WAVES + 1][4 * 3600];

  private Fleet() {}

  static Map<Figure, Number> run(Contestant.Maker maker) throws Exception {
    var fleet = new Fleet();
    var random = new Random(5000);
    for (int desktop = 0; desktop < DESKTOPS; desktop++) {
      var login = Duration.ofNanos((long) (random.nextDouble() * 60e9));
      fleet.live(maker, random.nextLong(), login);
    }
    return Map.of(
        Figure.PEAK_PER_SECOND_5000, fleet.peak(1, 1),
        Figure.PEAK_WAVE_3, fleet.peak(WAVES, 1),
        Figure.PEAK_OVER_5_SECONDS, fleet.peak(1, COARSE),
        Figure.PEAK_WAVE_3_OVER_5_SECONDS, fleet.peak(WAVES, COARSE));
  }

  private void live(Contestant.Maker maker, long seed, Duration login) throws Exception {
    var time = new VirtualTime();
    var world = World.on(time, LIFETIME, seed);
    var contestant = maker.in(world);
    var requests = world.server().requests();
    contestant.token();
    for (int wave = 1; wave <= WAVES; wave++) {
      time.advanceTo(time.elapsed().plus(IDLE));
      while (requests.size() == wave) {
        time.advanceTo(time.elapsed().plusSeconds(1));
        contestant.token();
      }
      perSecond[wave][(int) login.plus(requests.get(wave)).toSeconds()]++;
    }
  }

  /** The most requests per second, in bins of {@code width} seconds. */
  private double peak(int wave, int width) {
    var bins = new int[perSecond[wave].length / width];
    for (int second = 0; second < perSecond[wave].length; second++) {
      bins[second / width] += perSecond[wave][second];
    }
    return Arrays.stream(bins).max().orElseThrow() / (double) width;
  }
}
