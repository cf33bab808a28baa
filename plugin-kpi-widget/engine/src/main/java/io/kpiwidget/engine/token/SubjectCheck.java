package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformDialect;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.SubjectMismatch;
import io.kpiwidget.engine.platform.TokenGrant;

/**
 * Refuses a token that is not the agent's. A server that ignores {@code sub} answers 200 with the
 * client's own rights, and one that echoes {@code sub} says nothing: the API is asked whose each
 * token is.
 */
public record SubjectCheck(Platform platform, PlatformDialect dialect, String agentId) {

  /** Blocks. */
  void verify(TokenGrant grant) throws PlatformException {
    if (!agentId.equals(grant.subject().orElse(agentId)) || !agentId.equals(asked(grant))) {
      throw new SubjectMismatch("the token is for somebody else");
    }
  }

  private String asked(TokenGrant grant) throws PlatformException {
    var answer = platform.exchange(dialect.permissions().as(grant.token()));
    return dialect.readPermissions(answer).agentId();
  }
}
