package io.kpiwidget.sandbox.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes what only its holder may know: tokens and codes. Thread-safe. */
final class Secrets {
  private static final int BYTES = 32;
  private final SecureRandom random = new SecureRandom();
  private final String prefix;

  /**
   * @param prefix how every secret begins, so that a search can find each copy of it
   */
  Secrets(String prefix) {
    this.prefix = prefix;
  }

  String next() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return prefix + base64(bytes);
  }

  /** The challenge that belongs to a verifier: the method S256 of RFC 7636 §4.2. */
  static String challenge(String verifier) {
    try {
      var ascii = verifier.getBytes(StandardCharsets.US_ASCII);
      return base64(MessageDigest.getInstance("SHA-256").digest(ascii));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
