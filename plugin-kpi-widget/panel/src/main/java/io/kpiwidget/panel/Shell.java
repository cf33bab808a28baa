package io.kpiwidget.panel;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.kpiwidget.engine.config.WidgetConfig.ShellToken;
import io.kpiwidget.engine.platform.SecretValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The platform's shell in the page: where it is, and how it gets its access token. What is told to
 * the browser may hold the token and is passed on at once, past the queue of other events. On the
 * EDT.
 */
final class Shell {

  private final String origin;
  private final ShellToken way;
  private final Browser browser;
  private Optional<String> widgetId = Optional.empty();
  private PlatformAddress.Manner manner;
  private @Nullable SecretValue token;
  private Duration life = Duration.ZERO;
  private @Nullable Target told;
  private boolean remembers;

  /** What the page was told last; the token only where it is part of the address. */
  private record Target(String address, Optional<SecretValue> token) {}

  Shell(String origin, ShellToken way, boolean autoRefresh, Browser browser) {
    this.origin = origin;
    this.manner = new PlatformAddress.Manner(autoRefresh, false);
    this.way = way;
    this.browser = browser;
  }

  boolean authorized() {
    return token != null;
  }

  /** Whether the platform's page was let in for an agent: then only a new process forgets. */
  boolean remembersAnAgent() {
    return remembers;
  }

  void widget(Optional<String> id) {
    widgetId = id;
    tellAddress();
  }

  void dark(boolean now) {
    manner = new PlatformAddress.Manner(manner.autoRefresh(), now);
    tellAddress();
  }

  /** Another token, which works for {@code lives} from now; null takes the last one back. */
  void token(@Nullable SecretValue next, Duration lives) {
    token = next;
    life = lives;
    remembers |= next != null;
    switch (way) {
      case HEADER -> browser.authorize(origin, next == null ? null : next.reveal());
      case POST -> browser.push("token", tokenEvent(next));
      case FRAGMENT -> takeBackUnless(next != null);
    }
    tellAddress();
  }

  private static String tokenEvent(@Nullable SecretValue token) {
    var json = Json.object("token");
    json.addProperty("token", token == null ? null : token.reveal());
    return json.toString();
  }

  /** The address is the token's only place, and the browser process keeps the newest. */
  private void takeBackUnless(boolean present) {
    if (!present && told != null) {
      told = null;
      var json = platformEvent();
      json.add("src", JsonNull.INSTANCE);
      browser.push("platform", json.toString());
    }
  }

  private void tellAddress() {
    if (widgetId.isEmpty() || token == null) {
      return;
    }
    var next = target(PlatformAddress.of(origin, widgetId.get(), manner), token);
    if (!next.equals(told)) {
      told = next;
      browser.push("platform", event(next));
    }
  }

  private Target target(String address, SecretValue present) {
    return switch (way) {
      case HEADER -> new Target(address, Optional.empty());
      case POST -> new Target(PlatformAddress.byMessage(address), Optional.empty());
      case FRAGMENT -> new Target(address, Optional.of(present));
    };
  }

  private String event(Target next) {
    var json = platformEvent();
    json.addProperty(
        "src",
        next.token()
            .map(secret -> PlatformAddress.withToken(next.address(), secret))
            .orElse(next.address()));
    json.addProperty("livesMillis", life.toMillis());
    // the same token in another address is older than this; how much, nobody counts
    life = Duration.ZERO;
    return json.toString();
  }

  private JsonObject platformEvent() {
    var json = Json.object("platform");
    json.addProperty("mode", way.name().toLowerCase(Locale.ROOT));
    return json;
  }
}
