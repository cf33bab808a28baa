package io.kpiwidget.engine.cache;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which fields of an answer are kept, by lower-case name (RFC 9111 §3.1 and §3.2). */
final class Headers {

  /** They belong to a connection or to its proxy, not to the answer (RFC 9110 §7.6.1). */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** They describe the body, which a confirmation does not have. */
  private static final Set<String> OF_THE_BODY =
      Set.of("content-encoding", "content-length", "content-range", "content-type");

  private Headers() {}

  /** Without those of the connection, and those it names. */
  static Map<String, String> kept(Map<String, String> headers) {
    var kept = new LinkedHashMap<>(headers);
    kept.keySet().removeAll(OF_THE_CONNECTION);
    for (var name : FieldList.split(headers.getOrDefault("connection", ""))) {
      kept.remove(name.toLowerCase(Locale.ROOT));
    }
    return kept;
  }

  /** What is kept of an answer that {@code confirming}, a 304 or 412, says to hold still. */
  static Map<String, String> merged(Map<String, String> stored, Map<String, String> confirming) {
    var merged = new LinkedHashMap<>(stored);
    merged.remove("age"); // it was that of the answer before
    var newer = kept(confirming);
    newer.keySet().removeAll(OF_THE_BODY);
    merged.putAll(newer);
    return merged;
  }
}
