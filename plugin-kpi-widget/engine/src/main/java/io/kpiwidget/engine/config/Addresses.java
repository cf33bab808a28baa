package io.kpiwidget.engine.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Members that say where something is. What is wrong with a URL is told without its text. */
final class Addresses {

  /** What is read in the place of an address that cannot be used. */
  static final URI NOWHERE = URI.create("https://unset.invalid");

  private Addresses() {}

  /** The base of other addresses. */
  static URI base(Fields fields, String name) {
    return text(fields, name).map(Addresses::withoutLastSlash).map(URI::create).orElse(NOWHERE);
  }

  static Optional<URI> optionalBase(Fields fields, String name) {
    return fields.has(name) ? Optional.of(base(fields, name)) : Optional.empty();
  }

  /** An address that is used as it is written: a slash at its end may be a part of it. */
  static URI endpoint(Fields fields, String name) {
    return text(fields, name).map(URI::create).orElse(NOWHERE);
  }

  static Optional<URI> optionalEndpoint(Fields fields, String name) {
    return fields.has(name) ? Optional.of(endpoint(fields, name)) : Optional.empty();
  }

  /** The text of an address, for comparing it letter for letter. */
  static Optional<String> optionalText(Fields fields, String name) {
    return fields.has(name) ? text(fields, name) : Optional.empty();
  }

  private static Optional<String> text(Fields fields, String name) {
    var text = fields.text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var flaw = Urls.problem(text);
    flaw.ifPresent(f -> fields.wrongUnshown(f.rule(), name, f.sentence(), f.nextStep()));
    return flaw.isPresent() ? Optional.empty() : Optional.of(text);
  }

  private static String withoutLastSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** A file or folder of this computer. */
  static Optional<Path> optionalPath(Fields fields, String name) {
    try {
      return fields.optionalText(name).map(Path::of);
    } catch (InvalidPathException e) {
      fields.wrong(Rule.PATH, name, "not a path: " + e.getReason(), "Name a file or folder.");
      return Optional.empty();
    }
  }
}
