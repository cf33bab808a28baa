package io.kpiwidget.engine.widget;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.kpiwidget.engine.platform.SafeLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The platform's ids of registered widgets (guide §2), by tenant and resolved definition; kept on
 * disk, so that a desktop that starts again registers nothing twice. Several desktops may share a
 * folder. Any thread; no call fails because of the disk.
 */
public final class WidgetRegistry {

  private static final Logger log = SafeLog.of(WidgetRegistry.class);

  private final @Nullable RegistryFolder folder;

  // on the caller's thread: the common pool would outlive an unloaded plugin
  private final Map<String, String> ids =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(RegistryFile.MOST_ENTRIES)
          .<String, String>build()
          .asMap();

  WidgetRegistry(@Nullable RegistryFolder folder) {
    this.folder = folder;
  }

  /** A registry in {@code folder}, which is made when it is needed. Returns at once. */
  public static WidgetRegistry in(Path folder, Clock clock) {
    return new WidgetRegistry(new RegistryFolder(folder, clock, log));
  }

  /** A registry that ends with the desktop. */
  public static WidgetRegistry inMemory() {
    return new WidgetRegistry(null);
  }

  /**
   * The id of {@code tenant}'s widget with {@code body}. Blocks, unless it was looked up before.
   */
  public Optional<String> id(String tenant, String body) {
    var key = RegistryEntry.key(tenant, body);
    var known = ids.get(key);
    return Optional.ofNullable(known != null ? known : ids.computeIfAbsent(key, this::kept));
  }

  private @Nullable String kept(String key) {
    return folder == null ? null : folder.read(key).orElse(null);
  }

  /**
   * Keeps {@code id}. Blocks until it would outlive a power failure; where the disk does not let
   * us, it lives as long as this registry.
   */
  public void put(String tenant, String body, String id) {
    var entry = new RegistryEntry(RegistryEntry.key(tenant, body), id);
    ids.compute(
        entry.key(),
        (key, before) -> {
          if (folder != null) {
            folder.write(entry);
          }
          return id;
        });
  }

  /**
   * Drops an id that the platform no longer knows. Blocks. Another desktop may have registered the
   * widget anew: then that id stays on disk, and is the next answer of {@link #id}.
   */
  public void forget(String tenant, String body) {
    ids.compute(
        RegistryEntry.key(tenant, body),
        (key, known) -> {
          if (folder != null && (known == null || known.equals(kept(key)))) {
            folder.forget(key);
          }
          return null;
        });
  }
}
