package io.kpiwidget.sandbox.platform;

import io.kpiwidget.sandbox.floor.AgentState;
import io.kpiwidget.sandbox.floor.Conversation;
import io.kpiwidget.sandbox.floor.Floor;
import io.kpiwidget.sandbox.floor.FloorQueue;
import io.kpiwidget.sandbox.platform.Facts.Fact;
import io.kpiwidget.sandbox.platform.Facts.Kind;
import io.kpiwidget.sandbox.platform.StatusTimes.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one result of an answer is about: these queues, perhaps one agent, a span of simulated time.
 * Only under the centre's lock.
 */
record Scope(
    Floor floor,
    Facts known,
    Instant serverNow,
    List<FloorQueue> queues,
    Filter filter,
    Optional<String> agent,
    Span span) {
  /** Half-open simulated milliseconds; the filter may cut further. */
  record Span(long from, long to) {
    boolean holds(long millis) {
      return from <= millis && millis < to;
    }
  }

  /**
   * Status times are published at whole half minutes, as platforms do: an answer does not change
   * with every millisecond.
   */
  static final long STATUS_TICK_MILLIS = 30_000;

  Stream<Fact> facts(Kind kind) {
    return queues.stream().flatMap(queue -> facts(kind, queue));
  }

  private Stream<Fact> facts(Kind kind, FloorQueue queue) {
    return known.of(queue.id()).stream()
        .filter(fact -> fact.kind() == kind && span.holds(fact.startedAt()))
        .filter(fact -> filter.matches(queue.spec(), fact.agent(), fact.startedAt()));
  }

  long waiting() {
    return queues.stream().mapToLong(FloorQueue::waiting).sum();
  }

  Optional<Instant> oldestSince() {
    return queues.stream()
        .flatMap(queue -> queue.longestWaiting().stream())
        .map(Conversation::startedAt)
        .min(Long::compare)
        .map(since -> serverNow.minusMillis(floor.now() - since));
  }

  /** Memberships, so an agent counts once per queue, as the sum of the rows would have it. */
  long agents(Predicate<AgentState> in) {
    return queues.stream()
        .mapToLong(
            queue ->
                floor.agents().stream()
                    .filter(a -> a.queues().contains(queue.id()) && in.test(a.state()))
                    .count())
        .sum();
  }

  long status(Predicate<Stretch> counts) {
    var published = floor.now() - Math.floorMod(floor.now(), STATUS_TICK_MILLIS);
    return agent
        .map(id -> known.statusOf(id).millis(span.from, Math.min(span.to, published), counts))
        .orElse(0L);
  }
}
