package io.kpiwidget.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class TruthSamplesTest {

  private final TruthSamples samples = new TruthSamples();

  private static JsonObject waiting(String value) {
    return JsonParser.parseString("{\"queues\":{\"q\":{\"kpis\":{\"waiting\":" + value + "}}}}")
        .getAsJsonObject();
  }

  private static long at(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void values_areOldestFirst_andEmptyWithoutAFigure() {
    samples.add(at(0), waiting("3"));
    samples.add(at(1), waiting("null"));
    samples.add(at(2), new JsonObject());

    assertThat(samples.values("queues", "q", "kpis", "waiting"))
        .containsExactly(OptionalDouble.of(3), OptionalDouble.empty(), OptionalDouble.empty());
  }

  @Test
  void samples_olderThanTheWindow_areForgotten() {
    samples.add(at(0), waiting("1"));
    samples.add(at(35), waiting("2"));
    assertThat(samples.values("queues", "q", "kpis", "waiting")).hasSize(2);

    samples.add(at(36), waiting("3"));
    assertThat(samples.values("queues", "q", "kpis", "waiting"))
        .containsExactly(OptionalDouble.of(2), OptionalDouble.of(3));
  }

  @Test
  void clear_forgetsTheLastAgent() {
    samples.add(at(0), waiting("1"));
    samples.clear();

    assertThat(samples.latest()).isEqualTo(new JsonObject());
  }
}
