package io.kpiwidget.engine.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A short mark that stands for an id: equal ones have equal marks, and nobody can find the id by
 * trying, since the salt ends with the process.
 */
final class Mark {

  private static final int BYTES = 3;
  private static final byte[] SALT = salt();

  private Mark() {}

  static String of(String id) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(SALT);
      var hash = sha.digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static byte[] salt() {
    var salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return salt;
  }
}
