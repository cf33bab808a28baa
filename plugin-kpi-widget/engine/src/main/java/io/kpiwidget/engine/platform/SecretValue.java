package io.kpiwidget.engine.platform;

/** A secret that cannot be printed by accident. */
public final class SecretValue {

  private final String value;

  public SecretValue(String value) {
    this.value = value;
  }

  /** The secret itself, for the one place that sends it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "SecretValue[…]";
  }
}
