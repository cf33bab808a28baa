package io.kpiwidget.engine.token;

import io.kpiwidget.engine.config.TokenConfig.Broker;
import io.kpiwidget.engine.platform.OAuth;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.TokenAnswer;
import io.kpiwidget.engine.platform.TokenGrant;

/**
 * The vendor's broker, which gives a token for the desktop's session (RFC 8693). The session's
 * token is asked for each time, so that an ended session brings no more; a refresh token, which
 * would outlive it, is not kept.
 */
record BrokerSource(Broker config, DesktopToken session, Platform platform) implements TokenSource {

  @Override
  public TokenGrant request(Request request) throws PlatformException {
    var call = OAuth.exchange(config, session.fetch());
    return TokenAnswer.of(platform.exchange(call)).grant();
  }

  @Override
  public void revoke(SecretValue token) throws PlatformException {
    if (config.revocationUrl().isPresent()) {
      var url = config.revocationUrl().get();
      platform.exchange(OAuth.revocation(url, config.clientId(), token));
    }
  }
}
