package io.kpiwidget.engine.widget;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the registry keeps of one definition, and how that is written. Nothing of an agent can be
 * read in it: a definition that names one, or a queue, is there as a hash only.
 *
 * @param key hash of tenant and definition, as {@link #key} makes it
 * @param id the platform's
 */
record RegistryEntry(String key, String id) {

  /** More than the longest entry has; a longer file is not one. */
  static final int MOST_BYTES = 512;

  /** As {@code GuideDialect} takes them from the platform: it becomes a part of an address. */
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,128}");

  private static final String VERSION = "kpi-widget id 1\n";

  /** A byte that UTF-8 never has, so that two pairs of texts are never the same bytes. */
  private static final byte BETWEEN = (byte) 0xff;

  RegistryEntry {
    if (!isId(id)) {
      throw new IllegalArgumentException("a widget's id must match " + ID + ": " + id);
    }
  }

  static String key(String tenant, String body) {
    var sha = sha256();
    sha.update(tenant.getBytes(StandardCharsets.UTF_8));
    sha.update(BETWEEN);
    return hex(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The entry in {@code bytes}, or nothing unless they are to the byte what we would write for
   * {@code key}: torn, damaged, of another version, or another definition's under this name.
   */
  static Optional<RegistryEntry> read(String key, byte[] bytes) {
    var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
    return Optional.of(lines)
        .filter(all -> all.length > 1 && isId(all[1]))
        .map(all -> new RegistryEntry(key, all[1]))
        .filter(entry -> Arrays.equals(entry.bytes(), bytes));
  }

  /** Three lines: the version, the id, and a hash over both and the key. */
  byte[] bytes() {
    var said = VERSION + id + "\n";
    var check = hex(sha256().digest((said + key).getBytes(StandardCharsets.US_ASCII)));
    return (said + check + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
