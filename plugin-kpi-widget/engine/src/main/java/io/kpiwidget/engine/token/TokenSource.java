package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.TokenGrant;

/** Where one agent's tokens come from. */
@FunctionalInterface
public interface TokenSource {

  /** Fetches a token. Blocks. */
  TokenGrant request() throws PlatformException;
}
