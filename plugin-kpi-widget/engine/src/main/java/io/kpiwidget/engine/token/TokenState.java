package io.kpiwidget.engine.token;

/** What a refresher can give at the moment. */
public enum TokenState {
  /** Nobody has asked for a token yet, or the last one was refused. */
  EMPTY,
  /** The token serves. */
  FRESH,
  /** The token serves, its successor is on the way or due. */
  DUE,
  /** The token's time is over; the next caller waits for its successor. */
  DEAD,
  /** No token that serves, and the server is left alone for a while. */
  BACKOFF,
  /** Somebody must correct a setting. */
  CONFIG_ERROR,
  /** The agent must sign in. */
  SIGN_IN_REQUIRED,
  /** The server gave a token that is not the agent's. */
  SUBJECT_MISMATCH,
  /** The agent has left. */
  CLOSED
}
