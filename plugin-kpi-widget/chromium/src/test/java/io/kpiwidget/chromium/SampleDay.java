package io.kpiwidget.chromium;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures of one invented day as the desktop sends them; always the same ones. */
final class SampleDay {

  private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-23T13:52:09Z");

  private static final String TILES =
      """
      [
       {"id":"waiting","title":"Waiting now","unit":"count","kind":"number","value":6,"status":"nearLimit","target":5,"delta":2,"history":[1,2,2,4,3,4,6]},
       {"id":"longestWait","title":"Longest wait","unit":"duration","kind":"number","value":187,"status":"breached","target":120,"delta":62,"history":[20,45,90,64,125,187]},
       {"id":"serviceLevel","title":"Service level","unit":"ratio","kind":"number","value":0.832,"status":"onTarget","target":0.8,"delta":-0.011,"history":[0.88,0.86,0.84,0.85,0.843,0.832]},
       {"id":"aht","title":"Average handle time","unit":"duration","kind":"number","value":252,"status":"onTarget","target":270,"delta":-8,"history":[281,275,260,262,258,252]},
       {"id":"handled","title":"Handled today","unit":"count","kind":"number","value":31,"status":"neutral","delta":4,"history":[3,8,14,19,25,31]},
       {"id":"adherence","title":"Adherence","unit":"ratio","kind":"notPermitted","detail":"analytics:userAggregate:view","contact":"the service desk, extension 4711","status":"neutral","history":[]}
      ]
      """;

  private static final String QUEUES =
      """
      [
       {"id":"billing","name":"Billing","status":"breached","cells":[
        {"kpi":"waiting","title":"Waiting","unit":"count","kind":"number","value":4,"status":"nearLimit"},
        {"kpi":"longestWait","title":"Longest wait","unit":"duration","kind":"number","value":187,"status":"breached"},
        {"kpi":"serviceLevel","title":"Service level","unit":"ratio","kind":"number","value":0.71,"status":"breached"}]},
       {"id":"sales","name":"Sales","status":"nearLimit","cells":[
        {"kpi":"waiting","title":"Waiting","unit":"count","kind":"number","value":2,"status":"onTarget"},
        {"kpi":"longestWait","title":"Longest wait","unit":"duration","kind":"number","value":96,"status":"nearLimit"},
        {"kpi":"serviceLevel","title":"Service level","unit":"ratio","kind":"number","value":0.84,"status":"onTarget"}]},
       {"id":"returns","name":"Returns and repairs","status":"onTarget","cells":[
        {"kpi":"waiting","title":"Waiting","unit":"count","kind":"number","value":0,"status":"onTarget"},
        {"kpi":"longestWait","title":"Longest wait","unit":"duration","kind":"noData","value":null,"status":"neutral"},
        {"kpi":"serviceLevel","title":"Service level","unit":"ratio","kind":"number","value":0.93,"status":"onTarget"}]},
       {"id":"spanish","name":"Español","status":"onTarget","cells":[
        {"kpi":"waiting","title":"Waiting","unit":"count","kind":"number","value":0,"status":"onTarget"},
        {"kpi":"longestWait","title":"Longest wait","unit":"duration","kind":"noData","value":null,"status":"neutral"},
        {"kpi":"serviceLevel","title":"Service level","unit":"ratio","kind":"number","value":0.9,"status":"onTarget"}]}
      ]
      """;

  private SampleDay() {}

  static JsonObject theme(boolean dark) {
    var json = new JsonObject();
    json.addProperty("type", "theme");
    json.addProperty("scheme", dark ? "dark" : "light");
    json.addProperty("bg", dark ? "#3c3f41" : "#f2f2f2");
    json.addProperty("fg", dark ? "#bbbbbb" : "#000000");
    json.addProperty("accent", dark ? "#4b6eaf" : "#2675bf");
    json.addProperty("font", "DejaVu Sans");
    json.addProperty("size", 13);
    return json;
  }

  /** What most agents see: six tiles, four queues, a trend. */
  static JsonObject usual() {
    var json = snapshot();
    json.add("kpis", JsonParser.parseString(TILES));
    json.add("queues", JsonParser.parseString(QUEUES));
    json.add("trends", array(IntStream.of(1).mapToObj(i -> trend(i, i, 24))));
    return json;
  }

  /**
   * The most that a view takes: 60 KPIs, 50 queues, 3 trends of 300 points; {@code turn} varies.
   */
  static JsonObject large(int turn) {
    var json = snapshot();
    json.add("kpis", array(IntStream.range(0, 60).mapToObj(i -> kpi(i, turn))));
    json.add(
        "queues", array(IntStream.range(0, 50).mapToObj(i -> queue(i + turn, i, "Queue " + i))));
    json.add("trends", array(IntStream.range(0, 3).mapToObj(i -> trend(i + turn * 3, i, 300))));
    return json;
  }

  private static JsonObject snapshot() {
    var json =
        JsonParser.parseString(
                """
                {"type":"snapshot","v":1,"title":"Contact centre KPIs","header":false,"locale":"en-GB",
                 "timeZone":"Europe/Berlin","age":"fresh","agent":{"name":"Maya Okafor"},
                 "state":{"kind":"live","sentence":"","nextStep":""},"notices":[]}
                """)
            .getAsJsonObject();
    json.addProperty("asOf", NOW.minusSeconds(2).toString());
    json.addProperty("now", NOW.toString());
    return json;
  }

  private static JsonObject kpi(int number, int turn) {
    var draw = new Random(number * 1000L + turn);
    var json = figure("KPI " + number, draw);
    json.addProperty("id", "kpi" + number);
    json.addProperty("target", 50);
    json.addProperty("delta", draw.nextInt(9) - 4);
    json.add("history", points(draw, 20));
    return json;
  }

  private static JsonObject figure(String title, Random draw) {
    var json = new JsonObject();
    json.addProperty("title", title);
    json.addProperty("unit", "count");
    json.addProperty("kind", "number");
    json.addProperty("value", draw.nextInt(100));
    json.addProperty(
        "status", List.of("neutral", "onTarget", "nearLimit", "breached").get(draw.nextInt(4)));
    return json;
  }

  private static JsonObject queue(int seed, int number, String name) {
    var draw = new Random(seed * 31L + 7);
    var json = new JsonObject();
    json.addProperty("id", "q" + number);
    json.addProperty("name", name);
    var waiting = figure("Waiting", draw);
    waiting.addProperty("kpi", "waiting");
    waiting.addProperty("value", draw.nextInt(8));
    var longest = figure("Longest wait", draw);
    longest.addProperty("kpi", "longestWait");
    longest.addProperty("unit", "duration");
    longest.addProperty("value", draw.nextInt(240));
    json.add("status", longest.get("status"));
    json.add("cells", array(List.of(waiting, longest).stream()));
    return json;
  }

  private static JsonObject trend(int seed, int number, int points) {
    var draw = new Random(seed);
    var json = new JsonObject();
    json.addProperty("id", "trend" + number);
    json.addProperty("title", number < 2 ? "Average handle time" : "Trend " + number);
    json.addProperty("unit", "duration");
    json.addProperty("target", 270);
    json.add(
        "times",
        array(
            IntStream.range(0, points)
                .mapToObj(i -> new JsonPrimitive(NINE.plusSeconds(900L * i).toString()))));
    var series = new JsonObject();
    series.add("own", walk(draw, points));
    series.add("queue", walk(draw, points));
    json.add("series", series);
    return json;
  }

  private static JsonElement walk(Random draw, int points) {
    var json = new JsonArray();
    double value = 265;
    for (int i = 0; i < points; i++) {
      value = Math.max(180, Math.min(380, value + 0.2 * (265 - value) + draw.nextGaussian() * 18));
      json.add(Math.round(value));
    }
    if (points > 4) {
      json.set(4, JsonNull.INSTANCE);
    }
    return json;
  }

  private static JsonElement points(Random draw, int points) {
    var json = new JsonArray();
    draw.ints(points, 0, 100).forEach(json::add);
    return json;
  }

  private static JsonArray array(Stream<? extends JsonElement> elements) {
    var json = new JsonArray();
    elements.forEach(json::add);
    return json;
  }
}
