package io.kpiwidget.engine.token;

import java.io.IOException;

/** The simulated token endpoint said no. */
final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  RefusedException(int status) {
    super("token endpoint: " + status);
  }
}
