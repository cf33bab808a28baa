package io.kpiwidget.sandbox.truth;

import io.kpiwidget.sandbox.floor.AgentState;
import io.kpiwidget.sandbox.floor.Conversation;
import io.kpiwidget.sandbox.floor.Floor;
import io.kpiwidget.sandbox.floor.FloorAgent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The KPIs of one agent in the agent's queues. */
final class AgentTruth {
  private record Stretch(long from, long to) {
    long overlap(Stretch other) {
      return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
    }
  }

  private final FloorAgent agent;
  private final Day day;
  private final Stretch today;
  private final List<Conversation> handled;
  private final long transfers;

  AgentTruth(Floor floor, FloorAgent agent, List<String> queues, Day day) {
    this.agent = agent;
    this.day = day;
    today = new Stretch(day.midnight(), Math.max(day.midnight(), day.published()));
    var mine =
        floor.conversations().stream()
            .filter(
                one ->
                    agent.id().equals(one.agent())
                        && queues.contains(one.queue())
                        && day.began(one))
            .toList();
    handled = mine.stream().filter(one -> day.past(one.handledAt())).toList();
    transfers =
        mine.stream().filter(one -> day.past(one.talkEndedAt()) && one.transferred()).count();
  }

  Map<String, @Nullable Double> kpis() {
    var onQueue = seconds(AgentState::onQueue);
    var kpis = new LinkedHashMap<String, @Nullable Double>();
    kpis.put("aht", mean(one -> one.handledAt() - one.answeredAt()));
    kpis.put("talk", mean(one -> one.talkEndedAt() - one.answeredAt() - one.heldMillis()));
    kpis.put("hold", mean(Conversation::heldMillis));
    kpis.put("acw", mean(one -> one.handledAt() - one.talkEndedAt()));
    kpis.put("handled", (double) handled.size());
    kpis.put("transfers", (double) transfers);
    kpis.put("handledPerHour", QueueTruth.ratio(handled.size(), onQueue / 3600));
    kpis.put("occupancy", QueueTruth.ratio(seconds(AgentState::handling), onQueue));
    kpis.put("timeOnQueue", onQueue);
    kpis.put("adherence", adherence());
    return kpis;
  }

  static AgentState stateAt(FloorAgent agent, long moment) {
    var state = AgentState.OFF_DUTY;
    for (var change : agent.log()) {
      if (change.at() <= moment) {
        state = change.state();
      }
    }
    return state;
  }

  private @Nullable Double mean(ToLongFunction<Conversation> millis) {
    return QueueTruth.ratio(handled.stream().mapToLong(millis).sum() / 1000.0, handled.size());
  }

  private double seconds(Predicate<AgentState> counted) {
    return stretches(counted).stream().mapToLong(today::overlap).sum() / 1000.0;
  }

  /**
   * Time spent as planned over time planned: on queue when the roster said so, away when it said
   * so.
   */
  private @Nullable Double adherence() {
    var onQueue = stretches(AgentState::onQueue);
    double planned = 0;
    double kept = 0;
    for (var span : agent.roster()) {
      var part = new Stretch(Math.max(span.from(), today.from()), Math.min(span.to(), today.to()));
      if (part.from() < part.to()) {
        var worked = onQueue.stream().mapToLong(part::overlap).sum();
        planned += part.to() - part.from();
        kept += span.onQueue() ? worked : part.to() - part.from() - worked;
      }
    }
    return QueueTruth.ratio(kept, planned);
  }

  private List<Stretch> stretches(Predicate<AgentState> counted) {
    var found = new ArrayList<Stretch>();
    var log = agent.log();
    for (var i = 0; i < log.size(); i++) {
      var end = i + 1 < log.size() ? log.get(i + 1).at() : day.now();
      if (counted.test(log.get(i).state())) {
        found.add(new Stretch(log.get(i).at(), end));
      }
    }
    return found;
  }
}
