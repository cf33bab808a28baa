package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CircuitTest {

  private static final Time.Moment AT = new Time.Moment(Instant.EPOCH, 0);
  private static final RandomGenerator MIDDLE = () -> 1L << 63; // 0.5

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // wraps: it is allowed to
  private final Circuit circuit = new Circuit(nanos::get, MIDDLE);
  private int sent;

  @ParameterizedTest
  @ValueSource(ints = {0, 500, 502, 503, 504})
  void thirdFailureInARow_leavesTheServerAlone(int status) {
    fail(status);
    fail(status);
    assertThat(circuit.remaining()).isZero();
    fail(status);
    assertThat(circuit.remaining()).isEqualTo(Duration.ofSeconds(4));
    fail(status);

    assertThat(sent).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 304, 400, 401, 403, 404, 412, 429})
  void answerThatIsNoFault_endsTheRow(int status) throws Exception {
    fail(500);
    fail(500);
    send(status);
    fail(500);
    fail(500);

    assertThat(circuit.remaining()).isZero();
  }

  @Test
  void manyQuestions_probeADeadServer_byOneCallAtATime() {
    for (int second = 0; second < 600; second++) {
      for (int question = 0; question < 20; question++) {
        fail(0);
      }
      pass(1);
    }

    assertThat(sent).isBetween(12, 18); // of 12000
  }

  @Test
  void whileOneProbes_theOthersAreTurnedAway() throws Exception {
    down();
    pass(4);
    circuit.through(
        () -> {
          var refused = catchThrowableOfType(Unreachable.class, () -> send(200));
          assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
          return answer(200);
        },
        () -> true);
    send(200);

    assertThat(circuit.remaining()).isZero();
  }

  @Test
  void probeThatFails_pausesLonger() {
    down();
    pass(4);
    fail(0);

    assertThat(circuit.remaining()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void probeThatMakesNoSense_leavesItToTheNext() throws Exception {
    down();
    pass(4);
    var nonsense = new BadAnswer("html");
    assertThatThrownBy(
            () ->
                circuit.through(
                    () -> {
                      throw nonsense;
                    },
                    () -> true))
        .isSameAs(nonsense);
    send(200);
  }

  @Test
  void whatWasUnderWayWhenItFailed_makesThePauseNoLonger() throws Exception {
    circuit.through(
        () -> {
          down();
          return answer(500);
        },
        () -> true);

    assertThat(circuit.remaining()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void callThatWasCancelled_countsForNothing() {
    for (int i = 0; i < 9; i++) {
      assertThatThrownBy(() -> circuit.through(this::unreachable, () -> false))
          .isInstanceOf(Unreachable.class);
    }

    assertThat(circuit.remaining()).isZero();
  }

  @Test
  void person_mayProbeNow() throws Exception {
    down();
    circuit.retryNow();
    send(200);

    assertThat(circuit.remaining()).isZero();
  }

  private void down() {
    for (int i = 0; i < 3; i++) {
      fail(500);
    }
  }

  private void fail(int status) {
    try {
      send(status);
    } catch (PlatformException e) {
      assertThat(e).isInstanceOf(Unreachable.class);
    }
  }

  private void send(int status) throws PlatformException {
    circuit.through(() -> status == 0 ? unreachable() : answer(status), () -> true);
  }

  private HttpAnswer unreachable() throws Unreachable {
    sent++;
    throw new Unreachable("reset", null);
  }

  private HttpAnswer answer(int status) {
    sent++;
    return new HttpAnswer(status, Map.of(), "", AT, Instant.EPOCH);
  }

  private void pass(long seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
