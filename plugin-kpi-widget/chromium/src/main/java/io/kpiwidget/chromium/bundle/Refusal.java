package io.kpiwidget.chromium.bundle;

import java.io.IOException;

/** A failure with a code of its own; {@code detail} is for people. */
final class Refusal extends IOException {

  private final String code;
  private final String detail;

  Refusal(String code, String detail) {
    super(code + ": " + detail);
    this.code = code;
    this.detail = detail;
  }

  String code() {
    return code;
  }

  String detail() {
    return detail;
  }
}
