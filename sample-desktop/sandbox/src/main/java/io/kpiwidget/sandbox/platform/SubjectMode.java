package io.kpiwidget.sandbox.platform;

/** How the token endpoint treats whom a token is asked for. */
enum SubjectMode {
  HONEST,
  /** Bound to the right agent, but the answer does not say so. */
  OMIT,
  /** Bound to another agent, and the answer says so. */
  OTHER,
  /**
   * As platforms that do not know impersonation: the token is the client's own and sees everything.
   */
  IGNORE,
  /** As the platform's public cloud: the token is the client's own and has no user to see for. */
  NO_USER
}
