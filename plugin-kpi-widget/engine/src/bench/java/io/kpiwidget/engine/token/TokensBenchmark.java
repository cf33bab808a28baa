package io.kpiwidget.engine.token;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.cache.CachedSupplier.StaleValueBehavior;

/**
 * Compares token refreshers on one simulation: the table goes to standard error, the figures as one
 * JSON object to standard output.
 */
final class TokensBenchmark {

  private static final String DEAF =
      "cannot be told about a 401: always401Refreshes is not measurable";
  private static final String PERSISTENT =
      "its HttpRequest repeats a call ten times by default, with a new token for each 401";

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("ours", Ours::new, List.of()),
          new Entry(
              "seed",
              Seed::new,
              List.of("the guide's 'expires_in minus 300' taken literally, in a few lines", DEAF)),
          new Entry(
              "googleAuth",
              GoogleAuth::new,
              List.of(
                  "its clock is a package-private field, set by reflection",
                  "its HttpCredentialsAdapter signs the API calls and handles their 401",
                  PERSISTENT)),
          new Entry("googleOauthClient", GoogleOauthClient::new, List.of(PERSISTENT)),
          new Entry("awsStrict", world -> new Aws(world, StaleValueBehavior.STRICT), aws()),
          new Entry("awsAllow", world -> new Aws(world, StaleValueBehavior.ALLOW), aws()),
          new Entry(
              "spring",
              Spring::new,
              List.of("stamps tokens with the system's time: re-stamped when they are stored")));

  /** A contestant by its name in the JSON. */
  private record Entry(String name, Contestant.Maker maker, List<String> notes) {}

  private TokensBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset(); // thousands of refusals are the point here
    var results = new LinkedHashMap<Entry, Map<Figure, Number>>();
    for (var entry : ENTRIES) {
      results.put(entry, new EnumMap<>(HitCost.of(entry.maker())));
    }
    for (var entry : results.entrySet()) { // virtual clocks slow a real one's callers: after them
      entry.getValue().putAll(Scenarios.run(entry.getKey().maker()));
      entry.getValue().putAll(Fleet.run(entry.getKey().maker()));
    }
    System.err.print(table(results));
    System.out.println(json(results));
  }

  private static List<String> aws() {
    return List.of(
        "prefetch 300 s and stale 60 s as its STS provider; its random is seeded by reflection",
        DEAF);
  }

  private static String table(Map<Entry, Map<Figure, Number>> results) {
    var table = new StringBuilder("%-42s".formatted("1 call/s; lower is better"));
    results.keySet().forEach(entry -> table.append(" %17s".formatted(entry.name())));
    for (var figure : Figure.values()) {
      table.append("%n%-42s".formatted(figure.label()));
      results.values().forEach(row -> table.append(" %17s".formatted(plain(row.get(figure)))));
    }
    return table.append(System.lineSeparator()).toString();
  }

  private static String plain(@Nullable Number number) {
    if (number == null) {
      return "-";
    }
    return number.doubleValue() == number.longValue()
        ? Long.toString(number.longValue())
        : "%.1f".formatted(number.doubleValue());
  }

  private static String json(Map<Entry, Map<Figure, Number>> results) {
    var all = new JsonObject();
    results.forEach((entry, figures) -> all.add(entry.name(), json(entry, figures)));
    return new GsonBuilder()
        .serializeNulls()
        .setPrettyPrinting()
        .disableHtmlEscaping()
        .create()
        .toJson(all);
  }

  private static JsonObject json(Entry entry, Map<Figure, Number> figures) {
    var object = new JsonObject();
    for (var figure : Figure.values()) {
      object.addProperty(figure.member(), figures.get(figure));
    }
    var notes = new JsonArray();
    entry.notes().forEach(notes::add);
    object.add("notes", notes);
    return object;
  }
}
