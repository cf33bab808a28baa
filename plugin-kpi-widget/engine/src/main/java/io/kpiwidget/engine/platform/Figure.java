package io.kpiwidget.engine.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** A figure by its parts, so that several can become one without averaging averages. */
public sealed interface Figure {

  /** The value at {@code now} by the platform's clock; empty when there is nothing to tell. */
  OptionalDouble value(Instant now);

  /** Both together. {@code other} is of the same kind: they answer the same metric. */
  Figure plus(Figure other);

  /** So many. */
  record Count(double count) implements Figure {
    @Override
    public OptionalDouble value(Instant now) {
      return OptionalDouble.of(count);
    }

    @Override
    public Figure plus(Figure other) {
      return new Count(count + ((Count) other).count);
    }
  }

  /** Seconds in all. */
  record Sum(double sum) implements Figure {
    @Override
    public OptionalDouble value(Instant now) {
      return OptionalDouble.of(sum);
    }

    @Override
    public Figure plus(Figure other) {
      return new Sum(sum + ((Sum) other).sum);
    }
  }

  /** Seconds each. */
  record Average(double sum, double count) implements Figure {
    @Override
    public OptionalDouble value(Instant now) {
      return count > 0 ? OptionalDouble.of(sum / count) : OptionalDouble.empty();
    }

    @Override
    public Figure plus(Figure other) {
      var that = (Average) other;
      return new Average(sum + that.sum, count + that.count);
    }
  }

  /** A share. */
  record Ratio(double numerator, double denominator) implements Figure {
    @Override
    public OptionalDouble value(Instant now) {
      return denominator > 0 ? OptionalDouble.of(numerator / denominator) : OptionalDouble.empty();
    }

    @Override
    public Figure plus(Figure other) {
      var that = (Ratio) other;
      return new Ratio(numerator + that.numerator, denominator + that.denominator);
    }
  }

  /** Seconds since the oldest began. */
  record Oldest(Instant since) implements Figure {
    @Override
    public OptionalDouble value(Instant now) {
      return OptionalDouble.of(Math.max(0, Duration.between(since, now).toMillis() / 1000.0));
    }

    @Override
    public Figure plus(Figure other) {
      var that = (Oldest) other;
      return that.since.isBefore(since) ? that : this;
    }
  }
}
