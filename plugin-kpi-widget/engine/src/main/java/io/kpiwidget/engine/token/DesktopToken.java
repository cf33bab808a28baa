package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;

/** The desktop's own token: a vendor's code answers, which may block, throw and give anything. */
record DesktopToken(TokenSources.Desk desk) {

  /** Asks anew. Blocks. */
  SecretValue fetch() throws PlatformException {
    try {
      var token = desk.token();
      if (token != null) {
        return sendable(token);
      }
    } catch (PlatformException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    } catch (Exception e) {
      // its message may hold anything, so only its kind is told
      throw new Unreachable("desktop token: " + e.getClass().getName(), null);
    }
    throw new SignInRequired("the desktop supplies no token");
  }

  // a line break in a header is an attack or an accident; neither may leave the house
  private static SecretValue sendable(SecretValue token) throws BadAnswer {
    if (token.reveal().chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      return token;
    }
    throw new BadAnswer("desktop token: not printable");
  }
}
