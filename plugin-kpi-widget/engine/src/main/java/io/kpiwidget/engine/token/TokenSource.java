package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.TokenGrant;
import java.net.URI;

/** Where one agent's tokens come from. Called by one thread at a time. */
@FunctionalInterface
public interface TokenSource {

  /** Fetches a token. Blocks; for minutes when it has to wait for the agent, and says so first. */
  TokenGrant request(Request request) throws PlatformException;

  /**
   * Takes a grant back at the server (RFC 7009): the token, and what could bring another. Blocks
   * for some seconds at most. A source without such a server does nothing.
   */
  default void revoke(SecretValue token) throws PlatformException {}

  /** Why a token is fetched, and a way to say what that waits for. */
  interface Request {

    Reason reason();

    /** The agent must sign in at {@code link}, elsewhere: nobody should wait here for that. */
    void waitsForAgent(URI link);
  }

  /** Why a token is fetched. */
  enum Reason {
    /** There is none. */
    NONE,
    /** The present one ends soon. */
    DUE,
    /** The platform does not take the present one (401). */
    REJECTED,
    /** A person asked for it, and may be asked something. */
    PERSON
  }
}
