package io.kpiwidget.engine.platform;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A secret that cannot be printed by accident: not by {@code toString}, Gson or serialisation, nor
 * by a line of ours in a log ({@link SafeLog} knows each that is alive).
 */
@JsonAdapter(SecretValue.InNoJson.class)
public final class SecretValue {

  private final transient String value;

  public SecretValue(String value) {
    this.value = value;
    LiveSecrets.add(this);
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

  /** Refuses: whoever wants to write a secret down has made a mistake. */
  static final class InNoJson extends TypeAdapter<SecretValue> {

    @Override
    public void write(JsonWriter out, SecretValue secret) {
      throw new UnsupportedOperationException("a secret is not written down");
    }

    @Override
    public SecretValue read(JsonReader in) {
      throw new UnsupportedOperationException("a secret is not read from a record");
    }
  }
}
