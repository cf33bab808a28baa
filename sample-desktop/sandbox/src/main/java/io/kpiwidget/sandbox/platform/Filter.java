package io.kpiwidget.sandbox.platform;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter of the dialect, times already simulated. */
sealed interface Filter {
  boolean matches(String queue, @Nullable String agent, long startedAt);

  /** The leaves in order of reading. */
  default Stream<Filter> leaves() {
    return Stream.of(this);
  }

  record All(List<Filter> clauses) implements Filter {
    @Override
    public boolean matches(String queue, @Nullable String agent, long startedAt) {
      return clauses.stream().allMatch(clause -> clause.matches(queue, agent, startedAt));
    }

    @Override
    public Stream<Filter> leaves() {
      return clauses.stream().flatMap(Filter::leaves);
    }
  }

  record Any(List<Filter> clauses) implements Filter {
    @Override
    public boolean matches(String queue, @Nullable String agent, long startedAt) {
      return clauses.stream().anyMatch(clause -> clause.matches(queue, agent, startedAt));
    }

    @Override
    public Stream<Filter> leaves() {
      return clauses.stream().flatMap(Filter::leaves);
    }
  }

  record QueueIn(Set<String> ids) implements Filter {
    @Override
    public boolean matches(String queue, @Nullable String agent, long startedAt) {
      return ids.contains(queue);
    }
  }

  record AgentIn(Set<String> ids) implements Filter {
    @Override
    public boolean matches(String queue, @Nullable String agent, long startedAt) {
      return agent != null && ids.contains(agent);
    }
  }

  record StartedIn(Scope.Span span) implements Filter {
    @Override
    public boolean matches(String queue, @Nullable String agent, long startedAt) {
      return span.holds(startedAt);
    }
  }
}
