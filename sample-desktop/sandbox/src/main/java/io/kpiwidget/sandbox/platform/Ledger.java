package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * What was asked, when and with which token id; never a token. Keeps the latest requests.
 * Thread-safe.
 */
final class Ledger {
  private static final int MOST = 50_000;
  private final ArrayDeque<JsonObject> entries = new ArrayDeque<>();
  private final Map<String, Integer> answering = new HashMap<>();
  private long count;

  /** Who asked, as far as the token told. */
  record Asker(String tokenId, String agent) {}

  /**
   * What came of it.
   *
   * @param inFlight how many of the same route were being answered when this one began
   */
  record Outcome(int status, int inFlight) {}

  /**
   * What was asked on which origin.
   *
   * @param grant a word of RFC 6749 or of its kind
   * @param question the same for the same body of JSON, and nothing that tells it; empty for none
   */
  record Asked(
      String method,
      String route,
      String origin,
      boolean ifNoneMatch,
      String grant,
      String question) {}

  /**
   * A request begins to be answered.
   *
   * @return how many of its route are being answered now, this one included
   */
  synchronized int begin(Asked asked) {
    return answering.merge(asked.origin + asked.route, 1, Integer::sum);
  }

  /** A request was answered, however. */
  synchronized void end(Asked asked) {
    answering.merge(asked.origin + asked.route, -1, Integer::sum);
  }

  synchronized void add(Instant at, Asked asked, Asker asker, Outcome outcome) {
    var entry = new JsonObject();
    entry.addProperty("n", ++count);
    entry.addProperty("at", at.toString());
    entry.addProperty("method", asked.method);
    entry.addProperty("route", asked.route);
    entry.addProperty("status", outcome.status);
    entry.addProperty("tokenId", asker.tokenId);
    entry.addProperty("agent", asker.agent);
    entry.addProperty("origin", asked.origin);
    entry.addProperty("ifNoneMatch", asked.ifNoneMatch);
    entry.addProperty("grant", asked.grant);
    entry.addProperty("question", asked.question);
    entry.addProperty("inFlight", outcome.inFlight);
    entries.addLast(entry);
    if (entries.size() > MOST) {
      entries.removeFirst();
    }
  }

  /** Entries with a higher number than {@code since}. */
  synchronized JsonObject since(long since) {
    var list = new JsonArray();
    entries.stream().filter(entry -> entry.get("n").getAsLong() > since).forEach(list::add);
    var body = new JsonObject();
    body.add("entries", list);
    return body;
  }
}
