package io.kpiwidget.sandbox.truth;

import io.kpiwidget.sandbox.floor.AgentState;
import io.kpiwidget.sandbox.floor.Conversation;
import io.kpiwidget.sandbox.floor.Floor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The KPIs of some queues together. */
final class QueueTruth {
  private final Floor floor;
  private final List<String> queues;
  private final Day day;
  private double offered;
  private double answered;
  private double answeredInTime;
  private double abandoned;
  private double handled;
  private double answerSeconds;
  private double handleSeconds;
  private double waiting;
  private @Nullable Double longestWait;

  QueueTruth(Floor floor, List<String> queues, Day day) {
    this.floor = floor;
    this.queues = queues;
    this.day = day;
    floor.conversations().stream()
        .filter(one -> queues.contains(one.queue()) && day.past(one.startedAt()))
        .forEach(this::count);
  }

  private void count(Conversation one) {
    if (!day.past(one.answeredAt()) && !day.past(one.abandonedAt())) {
      waiting++;
      var waits = (day.now() - one.startedAt()) / 1000.0;
      longestWait = longestWait == null ? waits : Double.valueOf(Math.max(longestWait, waits));
    }
    if (day.began(one)) {
      countToday(one);
    }
  }

  private void countToday(Conversation one) {
    offered++;
    abandoned += day.past(one.abandonedAt()) ? 1 : 0;
    if (day.past(one.answeredAt())) {
      var waited = (one.answeredAt() - one.startedAt()) / 1000.0;
      answered++;
      answerSeconds += waited;
      answeredInTime += waited <= 20 ? 1 : 0;
    }
    if (day.past(one.handledAt())) {
      handled++;
      handleSeconds += (one.handledAt() - one.answeredAt()) / 1000.0;
    }
  }

  Map<String, @Nullable Double> kpis() {
    var kpis = new LinkedHashMap<String, @Nullable Double>();
    kpis.put("waiting", waiting);
    kpis.put("longestWait", longestWait);
    kpis.put("agentsOnQueue", members(AgentState::onQueue));
    kpis.put("agentsIdle", members(state -> state == AgentState.IDLE));
    kpis.put("agentsInteracting", members(state -> state == AgentState.INTERACTING));
    kpis.put("offered", offered);
    kpis.put("answered", answered);
    kpis.put("abandoned", abandoned);
    kpis.put("abandonRate", ratio(abandoned, offered));
    kpis.put("serviceLevel", ratio(answeredInTime, answered + abandoned));
    kpis.put("asa", ratio(answerSeconds, answered));
    kpis.put("aht", ratio(handleSeconds, handled));
    kpis.put("handled", handled);
    return kpis;
  }

  private double members(Predicate<AgentState> counted) {
    var members = 0;
    for (var agent : floor.agents()) {
      if (counted.test(AgentTruth.stateAt(agent, day.now()))) {
        members += (int) queues.stream().filter(agent.queues()::contains).count();
      }
    }
    return members;
  }

  static @Nullable Double ratio(double numerator, double denominator) {
    return denominator == 0 ? null : Double.valueOf(numerator / denominator);
  }
}
