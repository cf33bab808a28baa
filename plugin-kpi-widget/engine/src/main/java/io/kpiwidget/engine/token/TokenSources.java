package io.kpiwidget.engine.token;

import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformDialect;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenGrant;
import io.kpiwidget.engine.platform.TokenRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sources a configuration can name. */
public final class TokenSources {

  /** A desktop does not say how long its token lives: it is asked again about as often. */
  private static final Duration DESKTOP_LIFE = Duration.ofMinutes(5);

  private TokenSources() {}

  /**
   * Guide §1's grant for {@code agentId}. The secret is looked up for each request and kept
   * nowhere.
   */
  public static TokenSource clientCredentials(
      ClientCredentials config,
      Function<SecretRef, @Nullable String> secrets,
      PlatformDialect dialect,
      Platform platform,
      String agentId) {
    return why -> {
      var request =
          new TokenRequest(
              config.url(), config.clientId(), secret(config, secrets), config.scopes(), agentId);
      return dialect.readToken(platform.exchange(dialect.token(request)));
    };
  }

  private static SecretValue secret(
      ClientCredentials config, Function<SecretRef, @Nullable String> secrets)
      throws PlatformException {
    var secret = secrets.apply(config.secret());
    if (secret == null || secret.isEmpty()) {
      throw new PlatformException.ClientRefused("missing_secret");
    }
    return new SecretValue(secret);
  }

  /** What the desktop supplies; {@code supplier} may answer null, throw and block. */
  public static TokenSource desktop(Callable<@Nullable SecretValue> supplier, Time time) {
    return why -> {
      var sent = time.now();
      return new TokenGrant(
          supplied(supplier), DESKTOP_LIFE, Optional.empty(), Optional.empty(), sent);
    };
  }

  private static SecretValue supplied(Callable<@Nullable SecretValue> supplier)
      throws PlatformException {
    try {
      var token = supplier.call();
      if (token != null) {
        return sendable(token);
      }
    } catch (PlatformException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException.Unreachable("interrupted", e);
    } catch (Exception e) {
      // a vendor's code: its message may hold anything, so only its kind is told
      throw new PlatformException.Unreachable("desktop token: " + e.getClass().getName(), null);
    }
    throw new PlatformException.SignInRequired("the desktop supplies no token");
  }

  // a line break in a header is an attack or an accident; neither may leave the house
  private static SecretValue sendable(SecretValue token) throws PlatformException {
    if (token.reveal().chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      return token;
    }
    throw new PlatformException.BadAnswer("desktop token: not printable");
  }
}
