package io.kpiwidget.engine.config;

import java.util.List;

/** A filter tree as in guide §2: conditions joined by "and" and "or". */
public sealed interface Filter {

  /** Every clause holds. */
  record All(List<Filter> clauses) implements Filter {
    public All {
      clauses = List.copyOf(clauses);
    }
  }

  /** At least one clause holds. */
  record Any(List<Filter> clauses) implements Filter {
    public Any {
      clauses = List.copyOf(clauses);
    }
  }

  /** A field has one of the values. */
  record Match(String field, String op, List<String> values) implements Filter {
    public Match {
      values = List.copyOf(values);
    }
  }

  /** A time is in the half-open range of exactly two values. */
  record TimeRange(String field, String op, List<String> values) implements Filter {
    public TimeRange {
      values = List.copyOf(values);
      if (values.size() != 2) {
        throw new IllegalArgumentException("a time range has two ends: " + values.size());
      }
    }
  }
}
