package io.kpiwidget.engine.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

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

  /** In constant time, so that a comparison tells nothing about the value. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretValue that && MessageDigest.isEqual(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  private byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "SecretValue[…]";
  }
}
