package io.kpiwidget.sandbox;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue's ids with how each is asked for, and what an answer amounts to. */
final class Kpis {
  static final Map<String, String> AGENT =
      Map.of(
          "aht", "avg conversation.duration",
          "talk", "avg conversation.talk_time",
          "hold", "avg conversation.hold_time",
          "acw", "avg conversation.acw_time",
          "handled", "count conversation.handled",
          "transfers", "count conversation.transferred",
          "handledPerHour", "ratio agent.handled_per_hour",
          "occupancy", "ratio agent.occupancy",
          "timeOnQueue", "sum agent.on_queue_time",
          "adherence", "ratio agent.adherence");
  static final Map<String, String> QUEUE =
      Map.of(
          "waiting", "count queue.waiting",
          "longestWait", "oldest queue.wait_start",
          "agentsOnQueue", "count agent.on_queue",
          "agentsInteracting", "count agent.interacting",
          "offered", "count conversation.id",
          "answered", "count conversation.answered",
          "abandonRate", "ratio conversation.abandoned",
          "serviceLevel", "ratio conversation.service_level",
          "asa", "avg conversation.answer_time",
          "aht", "avg conversation.duration");

  private Kpis() {}

  static String metrics(Map<String, String> kpis) {
    return kpis.entrySet().stream()
        .map(
            kpi ->
                "{'name':'"
                    + kpi.getKey()
                    + "','type':'"
                    + kpi.getValue().replace(" ", "','field':'")
                    + "'}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  static double value(@Nullable JsonObject stats, Instant now) {
    if (stats == null) {
      return Double.NaN;
    }
    if (stats.has("since")) {
      return Duration.between(Instant.parse(stats.get("since").getAsString()), now).toMillis()
          / 1000.0;
    }
    if (stats.has("numerator")) {
      return stats.get("numerator").getAsDouble() / stats.get("denominator").getAsDouble();
    }
    if (stats.has("sum")) {
      return stats.get("sum").getAsDouble()
          / (stats.has("count") ? stats.get("count").getAsDouble() : 1);
    }
    return stats.get("count").getAsDouble();
  }
}
