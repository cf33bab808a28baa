package io.kpiwidget.engine.config;

import java.util.Optional;
import java.util.OptionalDouble;

/** One figure that a definition asks for. */
public sealed interface Metric {

  /** A KPI of our catalogue, with what the agent needs beside the number. */
  record Known(KpiName kpi, Optional<String> title, Limits limits) implements Metric {}

  /** The guide's own form: a name, a type and a field of the platform. */
  record Raw(String name, MetricType type, String field) implements Metric {}

  /** Where a value is good, near its limit, and over it; in the KPI's unit. */
  record Limits(OptionalDouble target, OptionalDouble warn, OptionalDouble breach) {

    public static final Limits NONE =
        new Limits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }
}
