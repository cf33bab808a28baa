package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeartbeatTest {

  private final Heartbeat heart = new Heartbeat();

  @Test
  void threeMissed_areTolerated_theFourthIsSilence() {
    for (int missed = 1; missed <= Heartbeat.TOLERATED; missed++) {
      assertThat(heart.silent()).as("missed %d", missed).isFalse();
    }
    assertThat(heart.silent()).isTrue();
  }

  @Test
  void beat_startsTheCountAgain() {
    for (int missed = 1; missed <= Heartbeat.TOLERATED; missed++) {
      heart.silent();
    }
    heart.beat();
    assertThat(heart.silent()).isFalse();
  }
}
