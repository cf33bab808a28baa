package io.kpiwidget.desktop.soak;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the ledger says about a run. */
record Traffic(List<JsonObject> ledger) {

  private static final String TOKEN = "/v2/oauth/token";
  private static final String QUERY = "/v2/analytics/query";
  private static final Set<Integer> ANSWERED = Set.of(200, 201, 304);

  /**
   * @param ran from the first request to the end
   * @param lifetime of a token
   * @param documents of the platform's widget that there should be
   */
  List<Check> checks(Duration ran, Duration lifetime, long documents) {
    return List.of(
        new Check("KPI queries", Long.toString(count(QUERY)), "some", count(QUERY) > 0),
        refused("KPI queries refused", entry -> route(entry).equals(QUERY)),
        refused("other requests refused", entry -> !route(entry).equals(QUERY)),
        Check.equal("documents of the platform's widget", count("/app/"), documents),
        tokenRequests(ran, lifetime),
        Check.equal("token requests in flight at most", inFlight(), 1));
  }

  private Check refused(String name, Predicate<JsonObject> which) {
    var found = new TreeMap<String, Integer>();
    ledger.stream()
        .filter(which)
        .filter(entry -> !ANSWERED.contains(entry.get("status").getAsInt()))
        .forEach(entry -> found.merge(route(entry) + " " + entry.get("status"), 1, Integer::sum));
    return Check.none(name, found, found.isEmpty());
  }

  /** A token serves at most for its life and is never replaced before a quarter of it. */
  private Check tokenRequests(Duration ran, Duration lifetime) {
    long lives = ran.dividedBy(lifetime);
    return Check.between("token requests", count(TOKEN), needed(lifetime), 4 * (lives + 1) + 1);
  }

  /** The fewest tokens of this life with which these requests could have been made. */
  private long needed(Duration lifetime) {
    long tokens = 0;
    var until = Instant.MIN;
    for (var entry : ledger) {
      var at = Instant.parse(entry.get("at").getAsString());
      if (!entry.get("tokenId").getAsString().isEmpty() && !at.isBefore(until)) {
        tokens++;
        until = at.plus(lifetime);
      }
    }
    return tokens;
  }

  private long inFlight() {
    return of(TOKEN).mapToLong(entry -> entry.get("inFlight").getAsLong()).max().orElse(0);
  }

  private long count(String route) {
    return of(route).count();
  }

  private Stream<JsonObject> of(String route) {
    return ledger.stream().filter(entry -> route(entry).equals(route));
  }

  private static String route(JsonObject entry) {
    return entry.get("route").getAsString();
  }
}
