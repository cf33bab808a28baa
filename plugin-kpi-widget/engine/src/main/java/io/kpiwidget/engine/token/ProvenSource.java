package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.NoUserContext;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SubjectMismatch;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenGrant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A source whose tokens are the agent's, or are taken back. One thread at a time but for revoke.
 */
final class ProvenSource {

  private static final Logger log = SafeLog.of(ProvenSource.class);

  private final TokenSource source;
  private final SubjectCheck check;
  private final Time time;
  private volatile @Nullable TokenGrant unproven;

  ProvenSource(TokenSource source, SubjectCheck check, Time time) {
    this.source = source;
    this.check = check;
    this.time = time;
  }

  /** A grant for the agent; one that is {@code known} was proven before. Blocks. */
  TokenGrant request(TokenSource.Request request, Predicate<TokenGrant> known)
      throws PlatformException {
    var grant = grant(request);
    if (!known.test(grant)) {
      prove(grant);
    }
    return grant;
  }

  // While the API is down its token server should not be asked for one token after the other.
  private TokenGrant grant(TokenSource.Request request) throws PlatformException {
    var kept = unproven;
    unproven = null;
    return kept != null && isYoung(kept) ? kept : source.request(request);
  }

  private boolean isYoung(TokenGrant grant) {
    return time.since(grant.sent()).compareTo(grant.lifetime().dividedBy(4)) < 0;
  }

  private void prove(TokenGrant grant) throws PlatformException {
    try {
      check.verify(grant);
    } catch (SubjectMismatch | NoUserContext e) {
      revoke(grant.token());
      throw e;
    } catch (Unreachable | RateLimited e) {
      unproven = grant;
      throw e;
    }
  }

  /** Takes a token back, as far as its server lets us. Blocks for some seconds at most. */
  void revoke(SecretValue token) {
    try {
      source.revoke(token);
    } catch (PlatformException e) {
      log.debug("a token was not taken back: {}", e.getMessage());
    }
  }

  void forget() {
    unproven = null;
  }
}
