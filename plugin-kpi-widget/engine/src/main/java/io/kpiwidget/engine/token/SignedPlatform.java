package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import java.time.Instant;

/** The platform as one agent: each call with the agent's token, a 401 answered by one retry. */
public record SignedPlatform(Platform platform, TokenRefresher tokens) implements Platform {

  @Override
  public HttpAnswer exchange(HttpCall call) throws PlatformException {
    var token = tokens.token();
    try {
      return platform.exchange(call.as(token));
    } catch (SignInRequired e) {
      return platform.exchange(call.as(tokens.replace(token)));
    }
  }

  @Override
  public Instant now() {
    return platform.now();
  }
}
