package io.kpiwidget.engine.config;

import io.kpiwidget.engine.config.Rule.Severity;

/**
 * One thing that is wrong with a file.
 *
 * @param pointer where (RFC 6901); empty for the file as a whole
 * @param value what stands there, shortened; empty where nothing does, or it may be a secret
 */
public record Problem(Rule rule, String pointer, String value, String sentence, String nextStep) {

  /** Whether the file cannot be used as it is. */
  public boolean isError() {
    return rule.severity() == Severity.ERROR;
  }
}
