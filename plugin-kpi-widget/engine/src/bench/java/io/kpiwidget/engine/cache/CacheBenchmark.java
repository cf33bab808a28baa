package io.kpiwidget.engine.cache;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.LogManager;

/**
 * Our cache beside others: what a hit costs, and how often a server of 300 ms is asked. A table to
 * standard error, one JSON object to standard output. Ours and Caffeine ask by POST, the others by
 * GET, the only method they cache.
 */
final class CacheBenchmark {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private CacheBenchmark() {}

  /**
   * One cache.
   *
   * @param brief the same where answers are fresh for a second, for one that has to be told
   */
  private record Entry(Contestant.Maker maker, Contestant.Maker brief) {

    Entry(Contestant.Maker maker) {
      this(maker, maker);
    }
  }

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset(); // each of the server's calls is a line
    var entries = entries();
    var results = new LinkedHashMap<String, JsonObject>();
    hits(entries, results);
    for (var result : results.entrySet()) {
      storms(Objects.requireNonNull(entries.get(result.getKey())), result.getValue());
    }
    print(results);
    System.exit(0); // others' threads are not daemons
  }

  private static Map<String, Entry> entries() {
    var entries = new LinkedHashMap<String, Entry>();
    entries.put("ours", new Entry(Ours::new));
    entries.put(
        "caffeine",
        new Entry(url -> new OfCaffeine(url, HOUR), url -> new OfCaffeine(url, SECOND)));
    entries.put("okhttp", new Entry(OfOkHttp::new));
    entries.put("httpclient5", new Entry(OfHttpClient5::new));
    return entries;
  }

  private static void hits(Map<String, Entry> entries, Map<String, JsonObject> results)
      throws Exception {
    try (var origin = new SlowOrigin("max-age=3600", "[\"a\",\"b\"]", false)) {
      var contestants = new ArrayList<Contestant>();
      for (var entry : entries.values()) {
        contestants.add(entry.maker().before(origin.url()));
      }
      var costs = new HitCosts(contestants);
      var nanos = costs.nanos().iterator();
      var bytes = costs.bytes().iterator();
      for (var name : entries.keySet()) {
        var result = new JsonObject();
        result.addProperty("hitNanos", nanos.next());
        result.addProperty("hitBytes", bytes.next());
        results.put(name, result);
      }
      for (var contestant : contestants) {
        contestant.close();
      }
    }
  }

  private static void storms(Entry entry, JsonObject result) throws Exception {
    var storms = new Storms(entry.maker());
    result.addProperty("coldStorm", storms.cold());
    result.addProperty("staleStorm", new Storms(entry.brief()).stale());
    result.addProperty("noStoreCalls", storms.noStore());
    long parses = storms.parsesUnchanged();
    if (parses >= 0) {
      result.addProperty("parsesUnchanged", parses);
    }
  }

  private static void print(Map<String, JsonObject> results) {
    System.err.printf(
        "%-12s %10s %9s %10s %11s %13s%n",
        "cache", "hit ns", "hit B", "cold of 50", "stale of 50", "no-store of 10");
    var all = new JsonObject();
    results.forEach(
        (name, result) -> {
          all.add(name, result);
          System.err.printf(
              "%-12s %10s %9s %10s %11s %13s%n",
              name,
              result.get("hitNanos"),
              result.get("hitBytes"),
              result.get("coldStorm"),
              result.get("staleStorm"),
              result.get("noStoreCalls"));
        });
    System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(all));
  }
}
