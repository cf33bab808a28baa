package io.kpiwidget.engine.config;

import java.util.Optional;
import java.util.OptionalDouble;

/** One figure that a definition asks for. */
public sealed interface Metric {

  /** How the agent sees it. */
  Look look();

  /** A KPI of our catalogue. */
  record Known(KpiName kpi, Look look) implements Metric {}

  /** The guide's own form: a name, a type and a field of the platform. */
  record Raw(String name, MetricType type, String field, Look look) implements Metric {

    /** As the guide writes one. */
    public Raw(String name, MetricType type, String field) {
      this(name, type, field, Look.PLAIN);
    }
  }

  /**
   * What the agent needs beside the number.
   *
   * @param unit what the figure is kept in, where it is not the usual one
   * @param large whether its tile has a row of its own
   */
  record Look(
      Optional<LocalText> title,
      Limits limits,
      Optional<Direction> direction,
      Optional<MetricUnit> unit,
      boolean large) {

    public static final Look PLAIN =
        new Look(Optional.empty(), Limits.NONE, Optional.empty(), Optional.empty(), false);
  }

  /** Where a value is good, near its limit, and over it; in the unit that figures are kept in. */
  record Limits(OptionalDouble target, OptionalDouble warn, OptionalDouble breach) {

    public static final Limits NONE =
        new Limits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }
}
