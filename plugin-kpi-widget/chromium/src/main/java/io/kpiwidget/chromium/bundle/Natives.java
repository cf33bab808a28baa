package io.kpiwidget.chromium.bundle;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody said that Chromium's files are; nothing said means beside the plugin jar.
 *
 * @param place a folder with an unpacked bundle, which is never written to, or a natives jar
 * @param mirror the address of a folder that serves the natives jar under its own name
 */
public record Natives(Optional<Path> place, Optional<URI> mirror) {

  /** Nothing was said. */
  public static final Natives UNSAID = new Natives(Optional.empty(), Optional.empty());

  /** As arguments of a command; {@link #of} reads them. */
  public List<String> arguments() {
    return List.of(
        place.map(path -> path.toAbsolutePath().toString()).orElse(""),
        mirror.map(URI::toString).orElse(""));
  }

  public static Natives of(String place, String mirror) {
    return new Natives(
        Optional.of(place).filter(text -> !text.isEmpty()).map(Path::of),
        Optional.of(mirror).filter(text -> !text.isEmpty()).map(URI::create));
  }
}
