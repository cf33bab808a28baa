package io.kpiwidget.engine.token;

import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.platform.CodeProof;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.OAuth;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenAnswer;
import io.kpiwidget.engine.platform.TokenGrant;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The agent's sign-in with the system's browser (RFC 8252), and after it the refresh token that
 * came with it, in memory only. A browser is opened when a person asks and never otherwise.
 */
final class BrowserSource implements TokenSource {

  private static final Logger log = SafeLog.of(BrowserSource.class);

  /** How long the agent has to sign in. */
  static final Duration LIMIT = Duration.ofMinutes(2);

  private final Browser config;
  private final TokenSources parts;
  private final SecureRandom random = new SecureRandom();

  private @Nullable SecretValue refreshToken;

  private record Signed(SecretValue code, URI redirect, CodeProof proof) {}

  BrowserSource(Browser config, TokenSources parts) {
    this.config = config;
    this.parts = parts;
  }

  @Override
  public TokenGrant request(Request request) throws PlatformException {
    var refreshed = refreshed();
    if (refreshed.isPresent()) {
      return refreshed.get();
    }
    if (request.reason() != Reason.PERSON) {
      throw needed("nobody has signed in with the browser");
    }
    return redeemed(signedIn(request));
  }

  // A refresh token is good for one use, and a second one ends the session (RFC 9700 §4.14.2): the
  // lock is held for as long as one is on its way.
  private synchronized Optional<TokenGrant> refreshed() throws PlatformException {
    if (refreshToken == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(kept(OAuth.refresh(config, refreshToken)));
    } catch (SignInRequired e) {
      log.debug("the session at the authorization server has ended: {}", e.getMessage());
      refreshToken = null;
      return Optional.empty();
    }
  }

  private synchronized TokenGrant kept(HttpCall call) throws PlatformException {
    var answer = TokenAnswer.of(parts.platform().exchange(call));
    // RFC 6749 §6: without a new one, the old one stays good
    answer.refreshToken().ifPresent(next -> refreshToken = next);
    return answer.grant();
  }

  private TokenGrant redeemed(Signed signed) throws PlatformException {
    try {
      return kept(OAuth.code(config, signed.redirect(), signed.proof(), signed.code()));
    } catch (SignInRequired e) {
      log.debug("the code was not taken: {}", e.getMessage());
      throw needed("the authorization server does not take its own code");
    }
  }

  private Signed signedIn(Request request) throws PlatformException {
    try (var redirect = LoopbackRedirect.open()) {
      var proof = CodeProof.of(random);
      var since = parts.time().now();
      var link = OAuth.authorization(config, redirect.uri(), proof);
      // first: whether or not a browser opens, the agent can go there
      request.waitsForAgent(link);
      parts.background().execute(() -> open(link));
      return new Signed(code(redirect, proof, since), redirect.uri(), proof);
    } catch (PlatformException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    } catch (IOException e) {
      throw new Unreachable("no port for the sign-in: " + e.getClass().getSimpleName(), null);
    }
  }

  // starting a browser may block: not in the way of the one who waits for its answer
  private void open(URI link) {
    try {
      parts.desk().openBrowser(link);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // a vendor's code: its message may hold the link, which opens a session
      log.warn("no browser could be opened for the sign-in: {}", e.getClass().getName());
    }
  }

  private SecretValue code(LoopbackRedirect redirect, CodeProof proof, Time.Moment since)
      throws IOException, InterruptedException {
    var back =
        redirect.await(
            query -> SentBack.of(query, proof.state(), config),
            () -> since.until(parts.time().now()).compareTo(LIMIT) >= 0);
    return back.orElseThrow(() -> needed("nobody signed in within two minutes")).code();
  }

  private static SignInRequired needed(String why) {
    return SignInRequired.inBrowser(why, Optional.empty());
  }

  @Override
  public void revoke(SecretValue token) throws PlatformException {
    var last = forget();
    try {
      if (last != null) {
        end(last);
      }
    } finally {
      end(token);
    }
  }

  private synchronized @Nullable SecretValue forget() {
    var last = refreshToken;
    refreshToken = null;
    return last;
  }

  private void end(SecretValue token) throws PlatformException {
    if (config.revocationUrl().isPresent()) {
      var url = config.revocationUrl().get();
      parts.platform().exchange(OAuth.revocation(url, Optional.of(config.clientId()), token));
    }
  }
}
