package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * What was asked, when and with which token id; never a token. Keeps the latest requests.
 * Thread-safe.
 */
final class Ledger {
  private static final int MOST = 50_000;
  private final ArrayDeque<JsonObject> entries = new ArrayDeque<>();
  private long count;

  /** Who asked, as far as the token told. */
  record Asker(String tokenId, String agent) {}

  /** What was asked on which origin. */
  record Asked(String method, String route, String origin, boolean ifNoneMatch) {}

  synchronized void add(Instant at, Asked asked, Asker asker, int status) {
    var entry = new JsonObject();
    entry.addProperty("n", ++count);
    entry.addProperty("at", at.toString());
    entry.addProperty("method", asked.method);
    entry.addProperty("route", asked.route);
    entry.addProperty("status", status);
    entry.addProperty("tokenId", asker.tokenId);
    entry.addProperty("agent", asker.agent);
    entry.addProperty("origin", asked.origin);
    entry.addProperty("ifNoneMatch", asked.ifNoneMatch);
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
