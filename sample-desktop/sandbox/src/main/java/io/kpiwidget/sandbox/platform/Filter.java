package io.kpiwidget.sandbox.platform;

import io.kpiwidget.sandbox.floor.QueueSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter of the dialect, times already simulated. */
sealed interface Filter {
  boolean matches(QueueSpec queue, @Nullable String agent, long startedAt);

  /** Whether the queue is one the filter asks for, whoever the agent and whenever. */
  boolean admits(QueueSpec queue);

  /** The leaves in order of reading. */
  default Stream<Filter> leaves() {
    return Stream.of(this);
  }

  record All(List<Filter> clauses) implements Filter {
    @Override
    public boolean matches(QueueSpec queue, @Nullable String agent, long startedAt) {
      return clauses.stream().allMatch(clause -> clause.matches(queue, agent, startedAt));
    }

    @Override
    public boolean admits(QueueSpec queue) {
      return clauses.stream().allMatch(clause -> clause.admits(queue));
    }

    @Override
    public Stream<Filter> leaves() {
      return clauses.stream().flatMap(Filter::leaves);
    }
  }

  record Any(List<Filter> clauses) implements Filter {
    @Override
    public boolean matches(QueueSpec queue, @Nullable String agent, long startedAt) {
      return clauses.stream().anyMatch(clause -> clause.matches(queue, agent, startedAt));
    }

    @Override
    public boolean admits(QueueSpec queue) {
      return clauses.stream().anyMatch(clause -> clause.admits(queue));
    }

    @Override
    public Stream<Filter> leaves() {
      return clauses.stream().flatMap(Filter::leaves);
    }
  }

  record QueueIn(QueueField field, Set<String> values) implements Filter {
    @Override
    public boolean matches(QueueSpec queue, @Nullable String agent, long startedAt) {
      return admits(queue);
    }

    @Override
    public boolean admits(QueueSpec queue) {
      return values.contains(field.of(queue));
    }
  }

  record AgentIn(Set<String> ids) implements Filter {
    @Override
    public boolean matches(QueueSpec queue, @Nullable String agent, long startedAt) {
      return agent != null && ids.contains(agent);
    }

    @Override
    public boolean admits(QueueSpec queue) {
      return true;
    }
  }

  record StartedIn(Scope.Span span) implements Filter {
    @Override
    public boolean matches(QueueSpec queue, @Nullable String agent, long startedAt) {
      return span.holds(startedAt);
    }

    @Override
    public boolean admits(QueueSpec queue) {
      return true;
    }
  }
}
