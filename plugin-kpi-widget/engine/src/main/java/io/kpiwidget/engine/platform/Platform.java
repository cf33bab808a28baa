package io.kpiwidget.engine.platform;

import java.time.Instant;

/** The way to the platform. */
public interface Platform {

  /** Blocks for 15 s at most. Answers with success, or "not modified" to a conditional call. */
  HttpAnswer exchange(HttpCall call) throws PlatformException;

  /** The time by the platform's clock, as far as its answers told. */
  Instant now();
}
