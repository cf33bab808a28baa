package io.kpiwidget.sandbox.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A query that was understood. */
record Query(
    Filter filter,
    Map<String, Metric> metrics,
    boolean byQueue,
    Optional<Interval> interval,
    Optional<Duration> granularity) {
  /** Half-open, in the server's wall time as asked. */
  record Interval(Instant from, Instant to) {}

  Set<String> namedAgents() {
    return filter
        .leaves()
        .flatMap(
            leaf ->
                leaf instanceof Filter.AgentIn agents
                    ? agents.ids().stream()
                    : java.util.stream.Stream.empty())
        .collect(Collectors.toSet());
  }
}
