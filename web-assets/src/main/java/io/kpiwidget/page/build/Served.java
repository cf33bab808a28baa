package io.kpiwidget.page.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the scripts and styles that pages carry out of those that people read. */
public final class Served {

  private Served() {}

  /**
   * Reads {@code js/*.js} and {@code *.css} in the folder it is given, and writes below {@code
   * served}.
   */
  public static void main(String[] arguments) throws IOException {
    var page = Path.of(arguments[0]);
    var served = Files.createDirectories(page.resolve("served"));
    for (var name : new String[] {"host", "kpi"}) {
      Files.writeString(served.resolve(name + ".js"), Script.of(page.resolve("js"), name + ".js"));
      var style = Files.readString(page.resolve(name + ".css"));
      Files.writeString(served.resolve(name + ".css"), Style.minified(style));
    }
  }
}
