package io.kpiwidget.engine.widget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of the registry's folder as a sweep sees it. */
record RegistryFile(Path path, Instant written) {

  static final String TEMPORARY = ".kpi-widget.tmp";

  private static final String ENTRY = ".kpi-widget";

  /** The desktop may have given us a folder with files of its own. */
  private static final Pattern OURS =
      Pattern.compile("[0-9a-f]{64}" + Pattern.quote(ENTRY) + "|.*" + Pattern.quote(TEMPORARY));

  /** A definition is resolved for a day; this is for those without times, and is never urgent. */
  private static final Duration ENTRY_LIFE = Duration.ofDays(14);

  /** Who has not finished writing after this long has died. */
  private static final Duration TEMPORARY_LIFE = Duration.ofHours(1);

  static final int MOST_ENTRIES = 2_000;

  static Path entry(Path folder, String key) {
    return folder.resolve(key + ENTRY);
  }

  /** Nothing when {@code path} is not ours, or has gone. */
  static Optional<RegistryFile> at(Path path) throws IOException {
    if (!OURS.matcher(String.valueOf(path.getFileName())).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RegistryFile(path, attributes(path).lastModifiedTime().toInstant()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Of {@code path} itself, not of what a link in its place names. */
  static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Those of {@code files} to delete: what has died, and of too many entries the oldest. */
  static List<RegistryFile> due(List<RegistryFile> files, Instant now) {
    var over =
        files.stream()
            .filter(Predicate.not(RegistryFile::isTemporary))
            .filter(file -> !file.hasDied(now))
            .sorted(Comparator.comparing(RegistryFile::written).reversed())
            .skip(MOST_ENTRIES);
    return Stream.concat(files.stream().filter(file -> file.hasDied(now)), over).toList();
  }

  // either way: what a wrong clock dated years ahead would otherwise never die
  private boolean hasDied(Instant now) {
    var life = isTemporary() ? TEMPORARY_LIFE : ENTRY_LIFE;
    return Duration.between(written, now).abs().compareTo(life) > 0;
  }

  private boolean isTemporary() {
    return path.toString().endsWith(TEMPORARY);
  }
}
