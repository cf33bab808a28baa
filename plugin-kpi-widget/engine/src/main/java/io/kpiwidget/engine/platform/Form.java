package io.kpiwidget.engine.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names and values as {@code application/x-www-form-urlencoded}. */
final class Form {

  private final StringBuilder text = new StringBuilder();

  Form(String name, String value) {
    text.append(name).append('=').append(encode(value));
  }

  /** Nothing when there is no {@code value}. */
  Form and(String name, Optional<String> value) {
    value.ifPresent(v -> text.append('&').append(name).append('=').append(encode(v)));
    return this;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The encoded text. */
  @Override
  public String toString() {
    return text.toString();
  }
}
