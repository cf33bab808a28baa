package io.kpiwidget.engine.token;

import java.util.Map;

/** A token's figures for JMX: counts, times and words; never a token, an agent or a URL. */
public interface TokenMXBean {

  /** A word of {@link TokenState}. */
  String getState();

  /** Attempts by outcome. */
  Map<String, Long> getAttempts();

  long getSlowestAttemptMillis();

  long getUses();

  long getOldestUseMillis();

  long getMeanUseMillis();

  int getWaiting();

  int getMostWaiting();

  /** Refreshes after a 401. */
  long getForced();

  /** How long no attempt will be made; 0 when the gate is open. */
  long getGateMillis();

  /** How far the platform's clock is ahead of ours. */
  long getClockSkewMillis();
}
