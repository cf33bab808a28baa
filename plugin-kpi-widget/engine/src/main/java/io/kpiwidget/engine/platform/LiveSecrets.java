package io.kpiwidget.engine.platform;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The secrets that are in memory, without keeping them there. Static because logging is: a line may
 * be written where nobody knows which session's secrets are in its words.
 */
final class LiveSecrets {

  private static final Set<WeakReference<SecretValue>> ALIVE = ConcurrentHashMap.newKeySet();
  private static final ReferenceQueue<SecretValue> GONE = new ReferenceQueue<>();

  /** A shorter one is in many an innocent word. */
  private static final int SHORTEST = 6;

  private LiveSecrets() {}

  static void add(SecretValue secret) {
    for (var gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      ALIVE.remove(gone);
    }
    ALIVE.add(new WeakReference<>(secret, GONE));
  }

  /** {@code text} without any of them. */
  static String hide(String text) {
    var hidden = text;
    for (var reference : ALIVE) {
      var secret = reference.get();
      if (secret != null && secret.reveal().length() >= SHORTEST) {
        hidden = hidden.replace(secret.reveal(), "…");
      }
    }
    return hidden;
  }
}
