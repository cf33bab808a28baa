package io.kpiwidget.engine.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a definition's limits are written in. */
public enum MetricUnit {
  COUNT(1),
  SECONDS(1),
  MINUTES(60),
  /** Between 0 and 1. */
  SHARE(1),
  PERCENT(0.01);

  private final double factor;

  MetricUnit(double factor) {
    this.factor = factor;
  }

  /** The name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit that figures are kept in, of those that measure the same. */
  public MetricUnit base() {
    return switch (this) {
      case COUNT -> COUNT;
      case SECONDS, MINUTES -> SECONDS;
      case SHARE, PERCENT -> SHARE;
    };
  }

  /** {@code amount} of this unit in {@link #base}. */
  double inBase(double amount) {
    return amount * factor;
  }

  /** The units that measure what this one does. */
  List<String> siblings() {
    return Arrays.stream(values())
        .filter(each -> each.base() == base())
        .map(MetricUnit::id)
        .toList();
  }

  static Optional<MetricUnit> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(MetricUnit::id).toList();
  }
}
