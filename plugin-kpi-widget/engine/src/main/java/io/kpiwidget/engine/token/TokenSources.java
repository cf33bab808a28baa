package io.kpiwidget.engine.token;

import io.kpiwidget.engine.config.TokenConfig;
import io.kpiwidget.engine.config.TokenConfig.Broker;
import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import io.kpiwidget.engine.platform.OAuth;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenAnswer;
import io.kpiwidget.engine.platform.TokenGrant;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the sources of tokens are made of. */
public record TokenSources(Platform platform, Time time, Executor background, Desk desk) {

  /** A desktop does not say how long its token lives: it is asked again about as often. */
  private static final Duration DESKTOP_LIFE = Duration.ofMinutes(5);

  /** The desktop, for one agent. Every method may block. */
  public interface Desk {

    /** The desktop's own token for the agent, or null. */
    @Nullable SecretValue token() throws Exception;

    @Nullable String secret(SecretRef ref);

    /** Shows {@code link} in the agent's usual browser. */
    void openBrowser(URI link) throws Exception;
  }

  /** The source that {@code config} names, for one agent. */
  public TokenSource of(TokenConfig config, String agentId) {
    if (config instanceof Broker broker) {
      return new BrokerSource(broker, new DesktopToken(desk), platform);
    }
    if (config instanceof Browser browser) {
      return new BrowserSource(browser, this);
    }
    return config instanceof ClientCredentials client
        ? why -> clientCredentials(client, agentId)
        : why -> desktop();
  }

  private TokenGrant desktop() throws PlatformException {
    var sent = time.now();
    var token = new DesktopToken(desk).fetch();
    return new TokenGrant(token, DESKTOP_LIFE, Optional.empty(), Optional.empty(), sent);
  }

  // the secret is looked up for each request and kept nowhere
  private TokenGrant clientCredentials(ClientCredentials config, String agentId)
      throws PlatformException {
    var secret = desk.secret(config.secret());
    if (secret == null || secret.isEmpty()) {
      throw new PlatformException.ClientRefused("missing_secret");
    }
    var call = OAuth.clientCredentials(config, new SecretValue(secret), agentId);
    return TokenAnswer.of(platform.exchange(call)).grant();
  }
}
