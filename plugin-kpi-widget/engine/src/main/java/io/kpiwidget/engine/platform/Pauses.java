package io.kpiwidget.engine.platform;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * When the pauses end that servers asked for, remembered over the end of a desktop: a plugin that
 * is loaded again must not ask inside one. One file for each server, named by a hash of its
 * address, with a time and nothing else. Any thread; blocks, and never fails: what cannot be read
 * is no pause.
 */
public final class Pauses {

  private static final Logger log = SafeLog.of(Pauses.class);

  private static final int MOST_BYTES = 64;
  private static final Clock NEVER_READ = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final Optional<Path> folder;
  private final Clock clock;

  private Pauses(Optional<Path> folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Remembered in {@code folder}, which is made when it is needed. */
  public static Pauses in(Path folder, Clock clock) {
    return new Pauses(Optional.of(folder), clock);
  }

  /** Remembered by nobody. */
  public static Pauses none() {
    return new Pauses(Optional.empty(), NEVER_READ);
  }

  /** How long {@code server} wants to be left alone still; never longer than it can ask for. */
  Duration left(String server) {
    var left =
        folder
            .flatMap(in -> read(file(in, server)))
            .map(end -> Duration.between(clock.instant(), end))
            .filter(pause -> !pause.isNegative())
            .orElse(Duration.ZERO);
    // a clock that was set back, or a damaged file
    return left.compareTo(RetryAfter.LONGEST) > 0 ? RetryAfter.LONGEST : left;
  }

  private static Optional<Instant> read(Path file) {
    try {
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() && attributes.size() <= MOST_BYTES
          ? Optional.of(Instant.parse(Files.readString(file)))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | DateTimeException e) {
      log.debug("a pause cannot be read", e);
      return Optional.empty();
    }
  }

  /** Remembers that {@code server} is left alone for {@code wait} from now. */
  void keep(String server, Duration wait) {
    folder.ifPresent(in -> write(in, file(in, server), clock.instant().plus(wait)));
  }

  private static void write(Path folder, Path file, Instant end) {
    try {
      Files.createDirectories(folder);
      var aside = Files.createTempFile(folder, "", ".tmp");
      try {
        fill(aside, end.toString());
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      log.debug("a pause is remembered by this desktop only", e);
    }
  }

  // not a channel, which an interrupt would close: a feed that ends remembers all the same
  private static void fill(Path file, String text) throws IOException {
    try (var out = new FileOutputStream(file.toFile())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Path file(Path folder, String server) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(server.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash) + ".pause");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
