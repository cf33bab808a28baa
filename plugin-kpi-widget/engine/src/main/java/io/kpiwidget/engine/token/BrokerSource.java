package io.kpiwidget.engine.token;

import io.kpiwidget.engine.config.TokenConfig.Broker;
import io.kpiwidget.engine.platform.OAuth;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.TokenAnswer;
import io.kpiwidget.engine.platform.TokenGrant;

/**
 * The vendor's broker, which gives a token for the desktop's session (RFC 8693). The session's
 * token is asked for each time, so that an ended session brings no more; a refresh token, which
 * would outlive it, is not kept.
 */
record BrokerSource(Broker config, DesktopToken session, Platform platform) implements TokenSource {

  /** RFC 8693 §2.2.2: what is wrong with the subject token is told by this word. */
  private static final String OF_SUBJECT_TOKEN = "invalid_request";

  @Override
  public TokenGrant request(Request request) throws PlatformException {
    var call = OAuth.exchange(config, session.fetch());
    try {
      return TokenAnswer.of(platform.exchange(call)).grant();
    } catch (ClientRefused e) {
      throw e.code().equals(OF_SUBJECT_TOKEN)
          ? SignInRequired.lasting("broker: the desktop's session is not taken")
          : e;
    }
  }

  @Override
  public void revoke(SecretValue token) throws PlatformException {
    if (config.revocationUrl().isPresent()) {
      var url = config.revocationUrl().get();
      platform.exchange(OAuth.revocation(url, config.clientId(), token));
    }
  }
}
