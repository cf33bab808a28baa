package io.kpiwidget.chromium;

import io.kpiwidget.chromium.bundle.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Bearer tokens by exact origin. Any thread; never printed. */
final class Credentials {

  private final Map<String, String> byOrigin = new ConcurrentHashMap<>();
  private final Set<String> everUsed = ConcurrentHashMap.newKeySet();

  void set(String origin, @Nullable String token) {
    if (token == null) {
      byOrigin.remove(origin);
    } else {
      byOrigin.put(origin, "Bearer " + token);
    }
  }

  /** The header's value for a request to {@code url}. */
  Optional<String> headerFor(String url) {
    Optional<String> header =
        byOrigin.entrySet().stream()
            .filter(entry -> url.startsWith(entry.getKey() + "/"))
            .map(Map.Entry::getValue)
            .findFirst();
    header.map(Credentials::fingerprint).ifPresent(everUsed::add);
    return header;
  }

  /**
   * Whether {@code header} is one of ours, of now or before: Chromium carries it over redirects.
   */
  boolean ours(String header) {
    return everUsed.contains(fingerprint(header));
  }

  private static String fingerprint(String header) {
    return Sha256.of(header);
  }

  @Override
  public String toString() {
    return "Credentials" + byOrigin.keySet();
  }
}
