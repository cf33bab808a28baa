package io.kpiwidget.desktop.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox said was true, second by second, for as long as a figure on show may be old.
 * Times are {@link System#nanoTime}. Any thread.
 */
final class TruthSamples {

  /** The default refresh interval of 30 s, and what a query takes. */
  static final Duration WINDOW = Duration.ofSeconds(35);

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long at, JsonObject truth) {}

  synchronized void add(long at, JsonObject truth) {
    samples.addLast(new Sample(at, truth));
    while (at - samples.getFirst().at() > WINDOW.toNanos()) {
      samples.removeFirst();
    }
  }

  /** Forgets everything: another agent has another truth. */
  synchronized void clear() {
    samples.clear();
  }

  /** The latest answer; empty object when there is none. */
  synchronized JsonObject latest() {
    return samples.isEmpty() ? new JsonObject() : samples.getLast().truth();
  }

  /** The values under {@code path}, oldest first; empty where there was no figure. */
  synchronized List<OptionalDouble> values(String... path) {
    List<OptionalDouble> values = new ArrayList<>();
    for (Sample sample : samples) {
      values.add(number(sample.truth(), path));
    }
    return values;
  }

  /** The texts that the list under {@code path} held in every sample. */
  synchronized Set<String> always(String... path) {
    Set<String> common = texts(latest(), path);
    for (Sample sample : samples) {
      common.retainAll(texts(sample.truth(), path));
    }
    return common;
  }

  private static Set<String> texts(JsonObject truth, String... path) {
    Set<String> texts = new LinkedHashSet<>();
    JsonElement list = at(truth, path);
    if (list != null && list.isJsonArray()) {
      list.getAsJsonArray().forEach(text -> texts.add(text.getAsString()));
    }
    return texts;
  }

  private static @Nullable JsonElement at(JsonObject truth, String... path) {
    JsonElement at = truth;
    for (String name : path) {
      at = at != null && at.isJsonObject() ? at.getAsJsonObject().get(name) : null;
    }
    return at;
  }

  private static OptionalDouble number(JsonObject truth, String... path) {
    JsonElement at = at(truth, path);
    return at != null && at.isJsonPrimitive() && at.getAsJsonPrimitive().isNumber()
        ? OptionalDouble.of(at.getAsDouble())
        : OptionalDouble.empty();
  }
}
