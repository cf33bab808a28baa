package io.kpiwidget.sandbox.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.kpiwidget.sandbox.floor.Floor;
import io.kpiwidget.sandbox.floor.FloorAgent;
import io.kpiwidget.sandbox.floor.FloorQueue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells every KPI as of a moment, "today" being that of the agent's zone; under the centre's lock.
 */
public final class Truth {
  private final ZoneId centreZone;

  public Truth(ZoneId centreZone) {
    this.centreZone = centreZone;
  }

  /** All queues, and one or all agents, as of the wall time {@code at}. */
  public JsonObject tell(
      Floor floor, Instant at, ToLongFunction<Instant> simulated, Optional<String> agent) {
    var body = new JsonObject();
    body.addProperty("asOf", at.toString());
    body.add("queues", queues(floor, today(at, centreZone, simulated)));
    var agents = new JsonObject();
    floor.agents().stream()
        .filter(one -> agent.isEmpty() || agent.get().equals(one.id()))
        .forEach(
            one ->
                agents.add(one.id(), agent(floor, one, today(at, one.spec().zone(), simulated))));
    body.add("agents", agents);
    return body;
  }

  private static Day today(Instant at, ZoneId zone, ToLongFunction<Instant> simulated) {
    var midnight = at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    return new Day(simulated.applyAsLong(midnight), simulated.applyAsLong(at));
  }

  private static JsonObject queues(Floor floor, Day day) {
    var queues = new JsonObject();
    for (var queue : floor.queues()) {
      if (queue.open()) {
        var told = new JsonObject();
        told.addProperty("name", queue.spec().name());
        told.add("kpis", json(new QueueTruth(floor, List.of(queue.id()), day).kpis()));
        queues.add(queue.id(), told);
      }
    }
    return queues;
  }

  private static JsonObject agent(Floor floor, FloorAgent agent, Day day) {
    var mine =
        floor.queues().stream()
            .filter(queue -> queue.open() && agent.queues().contains(queue.id()))
            .map(FloorQueue::id)
            .toList();
    var told = new JsonObject();
    told.addProperty("name", agent.spec().name());
    var ids = new JsonArray();
    mine.forEach(ids::add);
    told.add("queues", ids);
    told.addProperty("state", AgentTruth.stateAt(agent, day.now()).word());
    told.add("kpis", json(new AgentTruth(floor, agent, mine, day).kpis()));
    told.add("mine", json(new QueueTruth(floor, mine, day).kpis()));
    return told;
  }

  private static JsonObject json(Map<String, @Nullable Double> kpis) {
    var json = new JsonObject();
    kpis.forEach((kpi, value) -> add(json, kpi, value));
    return json;
  }

  private static void add(JsonObject json, String kpi, @Nullable Double value) {
    if (value == null) {
      json.add(kpi, JsonNull.INSTANCE);
    } else if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      json.addProperty(kpi, Math.round(value));
    } else {
      json.addProperty(kpi, value);
    }
  }
}
