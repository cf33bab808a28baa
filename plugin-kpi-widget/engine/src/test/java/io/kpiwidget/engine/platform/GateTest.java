package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class GateTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // wraps: it is allowed to
  private final Gate gate = new Gate(nanos::get, RateLimited::new);

  @Test
  void openGate_letsEverybodyPass() throws Exception {
    assertThat(gate.pass()).isFalse();
    assertThat(gate.pass()).isFalse();
  }

  @Test
  void clockThatCountsFromBelowZero_closesNothing() throws Exception {
    var early = new Gate(() -> -5_000_000_000L, RateLimited::new);

    assertThat(early.pass()).isFalse();
  }

  @Test
  void closedGate_letsNobodyPass() {
    gate.close(Duration.ofSeconds(30));
    pass(30, -1);

    assertThatThrownBy(gate::pass).isInstanceOf(RateLimited.class);
  }

  @Test
  void whenItsTimeIsOver_oneTries() throws Exception {
    gate.close(Duration.ofSeconds(30));
    pass(30, 0);

    assertThat(gate.pass()).isTrue();
    assertThatThrownBy(gate::pass).isInstanceOf(RateLimited.class);
  }

  @Test
  void trialThatWentWell_opensForEverybody() throws Exception {
    gate.close(Duration.ofSeconds(30));
    pass(30, 0);
    gate.tried(gate.pass());

    assertThat(gate.pass()).isFalse();
    assertThat(gate.pass()).isFalse();
  }

  @Test
  void trialThatCameBackWithout_leavesItToTheNext() throws Exception {
    gate.close(Duration.ofSeconds(30));
    pass(30, 0);
    assertThat(gate.pass()).isTrue();
    gate.tried(false);

    assertThat(gate.pass()).isTrue();
  }

  @Test
  void trialThatIsLimitedAgain_closesForEverybody() throws Exception {
    gate.close(Duration.ofSeconds(30));
    pass(30, 0);
    assertThat(gate.pass()).isTrue();
    gate.tried(false);
    gate.close(Duration.ofSeconds(9));

    assertThatThrownBy(gate::pass).isInstanceOf(RateLimited.class);
  }

  @Test
  void trialThatClosesIt_letsNobodyPassInBetween() throws Exception {
    var at = new Time.Moment(Instant.EPOCH, 0);
    gate.close(Duration.ofSeconds(30));
    pass(30, 0);
    gate.through(
        () -> {
          gate.close(Duration.ofSeconds(9));
          return new HttpAnswer(429, Map.of(), "", at, Instant.EPOCH);
        },
        status -> status != 429);

    assertThatThrownBy(gate::pass).isInstanceOf(RateLimited.class);
    pass(9, 0);
    assertThat(gate.pass()).isTrue();
  }

  @Test
  void shorterPause_opensNothingEarlier() {
    gate.close(Duration.ofSeconds(30));
    gate.close(Duration.ofSeconds(5));

    assertThat(gate.remaining()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void opened_isStillTriedByOne() throws Exception {
    gate.close(Duration.ofSeconds(30));
    gate.open();

    assertThat(gate.pass()).isTrue();
    assertThatThrownBy(gate::pass).isInstanceOf(RateLimited.class);
  }

  private void pass(long seconds, long more) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos() + more);
  }
}
