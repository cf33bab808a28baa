package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.identity.IdentityReader;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who the platform says the agent is, read again when it is old or in doubt. */
final class KnownIdentity {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Setting setting;
  private final Platform platform;
  private volatile boolean doubtful;
  private volatile @Nullable Identity identity;
  private volatile Time.@Nullable Moment read;
  private boolean worthAnotherTry;
  private final Lately reading = new Lately();

  KnownIdentity(Setting setting, Platform platform) {
    this.setting = setting;
    this.platform = platform;
  }

  /**
   * What is known may not hold any more: the next question is preceded by another look. Any thread.
   */
  void doubt() {
    doubtful = true;
  }

  /** The identity, read when need be. Blocks. One thread at a time. */
  Identity identity(Agent agent, Consumer<String> step) throws PlatformException {
    var known = identity;
    worthAnotherTry = false;
    if (known != null && !doubtful && age().compareTo(LONGEST) < 0) {
      return known;
    }
    step.accept(known == null ? "Signing in" : "Reading permissions and queues");
    return read(agent, known);
  }

  /** Whether what the platform refused before may be allowed since the last look. */
  boolean isWorthAnotherTry() {
    return worthAnotherTry;
  }

  /** How long reading it will hold up a question that is put after {@code wait}. Any thread. */
  Duration holdsUp(Duration wait) {
    boolean due = doubtful || age().plus(wait).compareTo(LONGEST) >= 0;
    return due ? reading.likely() : Duration.ZERO;
  }

  /** A word for diagnostics. Any thread. */
  String zone() {
    var known = identity;
    return known == null ? "unknown" : known.zone().id() + " by " + known.zone().source();
  }

  private Identity read(Agent agent, @Nullable Identity before) throws PlatformException {
    boolean regular = !doubtful;
    doubtful = false;
    var from = setting.time().now();
    try {
      var now = new IdentityReader(platform, setting.dialect(), setting.systemZone()).read(agent);
      worthAnotherTry =
          regular || (before != null && !before.permissions().equals(now.permissions()));
      identity = now;
      var until = setting.time().now();
      reading.took(from.until(until));
      read = until;
      return now;
    } catch (PlatformException e) {
      doubtful |= !regular;
      throw e;
    }
  }

  private Duration age() {
    var last = read;
    return last == null ? LONGEST : setting.time().since(last);
  }
}
