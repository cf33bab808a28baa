package io.kpiwidget.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What plugins in test jars say; they see this class because the contract's package is shared. */
public final class Heard {

  private static final List<String> lines = new CopyOnWriteArrayList<>();

  private Heard() {}

  public static void say(Object line) {
    lines.add(String.valueOf(line));
  }

  /** Everything since the last call. */
  static List<String> all() {
    List<String> all = List.copyOf(lines);
    lines.clear();
    return all;
  }
}
