package io.kpiwidget.panel.swing;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.checkerframework.checker.guieffect.qual.SafeType;

/** A tooltip's text, wrapped. What it is made of may come from the platform and stays text. */
@SafeType
final class Hint {

  private static final int WIDTH = 260;

  private Hint() {}

  /** One line for each of {@code parts} that is not empty. */
  static String of(String... parts) {
    return Arrays.stream(parts)
        .filter(part -> !part.isEmpty())
        .map(part -> part.replace("&", "&amp;").replace("<", "&lt;"))
        .map(part -> "<div width=" + WIDTH + ">" + part + "</div>")
        .collect(Collectors.joining("", "<html>", ""));
  }
}
