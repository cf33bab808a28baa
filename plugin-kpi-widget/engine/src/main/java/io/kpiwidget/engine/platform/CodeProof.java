package io.kpiwidget.engine.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What binds an authorization code to the one who asked for it: {@code state} tells our answer from
 * a forged one (RFC 6749 §10.12), and who lacks {@code verifier} cannot use the code (RFC 7636).
 */
public record CodeProof(SecretValue state, SecretValue verifier) {

  private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

  /** RFC 7636 §4.1 recommends 32 octets. */
  private static final int OCTETS = 32;

  /** A new one; {@code random} must be one that nobody can predict. */
  public static CodeProof of(RandomGenerator random) {
    return new CodeProof(word(random), word(random));
  }

  private static SecretValue word(RandomGenerator random) {
    var octets = new byte[OCTETS];
    random.nextBytes(octets);
    return new SecretValue(URL_SAFE.encodeToString(octets));
  }

  /** {@code S256} of the verifier (RFC 7636 §4.2). */
  public String challenge() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var ascii = verifier.reveal().getBytes(StandardCharsets.US_ASCII);
      return URL_SAFE.encodeToString(sha.digest(ascii));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
