package io.kpiwidget.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 over UTF-8, in the spellings that pages need. */
final class Hash {

  private Hash() {}

  /** A source expression for an inline block, such as {@code 'sha256-…='}. */
  static String source(String block) {
    return "'sha256-" + Base64.getEncoder().encodeToString(sha256(block)) + "'";
  }

  /** 64 lower-case hexadecimal digits. */
  static String hex(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  private static byte[] sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
