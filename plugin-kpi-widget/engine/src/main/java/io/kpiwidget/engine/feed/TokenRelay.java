package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.token.TokenEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells every widget of a session what becomes of its one token. Any thread. */
final class TokenRelay implements TokenEvents {

  private final Time time;
  private final boolean replays;
  private final List<TokenEvents> listeners = new ArrayList<>();
  private @Nullable Told last;

  private record Told(SecretValue token, Duration remaining, Time.Moment at) {}

  /** {@code replays}: whether who comes late is told the present token. */
  TokenRelay(Time time, boolean replays) {
    this.time = time;
    this.replays = replays;
  }

  synchronized void add(TokenEvents listener) {
    listeners.add(listener);
    var told = last;
    if (told != null) {
      listener.token(told.token(), told.remaining().minus(time.since(told.at())));
    }
  }

  synchronized void remove(TokenEvents listener) {
    listeners.remove(listener);
  }

  /** Tells nobody anything any more. */
  synchronized void close() {
    listeners.clear();
    last = null;
  }

  @Override
  public synchronized void token(SecretValue token, Duration remaining) {
    last = replays ? new Told(token, remaining, time.now()) : null;
    listeners.forEach(listener -> listener.token(token, remaining));
  }

  @Override
  public synchronized void attempted(Outcome outcome, Duration latency) {
    listeners.forEach(listener -> listener.attempted(outcome, latency));
  }

  @Override
  public synchronized void clockJumped(Duration by) {
    listeners.forEach(listener -> listener.clockJumped(by));
  }
}
