package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PresenceTest {

  private static final long LIMIT = Presence.AWAY_AFTER.toNanos();

  private final List<Boolean> told = new ArrayList<>();
  private long nanos = 1;
  private Point pointer = new Point(5, 5);

  @Test
  void nobodyMoves_isAwayAtTheLimit_notBefore() {
    OnEdt.run(
        () -> {
          var presence = presence();
          presence.look();
          nanos += LIMIT - 1;
          presence.look();
          assertThat(told).isEmpty();

          nanos += 1;
          presence.look();
          presence.look();
          assertThat(told).containsExactly(false);
        });
  }

  @Test
  void pointerInAnotherProgram_isPresence() {
    OnEdt.run(
        () -> {
          var presence = presence();
          presence.look();
          nanos += LIMIT;
          pointer = new Point(6, 5);
          presence.look();
          assertThat(told).isEmpty();
        });
  }

  @Test
  void key_bringsTheAgentBackAtOnce() {
    OnEdt.run(
        () -> {
          var presence = presence();
          presence.look();
          nanos += LIMIT;
          presence.look();
          presence.active();
          assertThat(told).containsExactly(false, true);
        });
  }

  @Test
  void lockedScreen_isAwayAtOnce_whateverThePointerDoes() {
    OnEdt.run(
        () -> {
          var presence = presence();
          presence.locked(true);
          pointer = new Point(7, 7);
          presence.look();
          assertThat(told).containsExactly(false);

          presence.locked(false);
          assertThat(told).containsExactly(false, true);
        });
  }

  private Presence presence() {
    return new Presence(() -> nanos, () -> pointer, told::add);
  }
}
