package io.kpiwidget.engine.feed;

import java.util.Optional;

/** What the feed has for the agent now. */
public sealed interface FeedState {

  /** Nobody is signed in. */
  record SignedOut() implements FeedState {}

  /** On the way to the first figures; {@code step} is a short sentence such as "Signing in". */
  record Starting(String step) implements FeedState {}

  /** Figures, how old they are, and what keeps newer ones away, if anything does. */
  record Live(KpiSnapshot snapshot, Age age, Optional<Trouble> trouble) implements FeedState {}

  /** No figures to show. */
  record Unavailable(Trouble trouble) implements FeedState {}

  /** A snapshot's age against the three times of the cache (architecture, decision 14). */
  enum Age {
    FRESH,
    STALE,
    EXPIRED
  }
}
