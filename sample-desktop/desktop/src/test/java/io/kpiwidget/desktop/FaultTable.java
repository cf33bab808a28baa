package io.kpiwidget.desktop;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What faults of the browser did to a desktop, for people and for programs. */
final class FaultTable {

  /** Where there was nothing to measure. */
  static final long NONE = -1;

  /**
   * @param reason the sentence in the native view; empty when Chromium stayed in front
   * @param swingMillis from the fault to the native view with a reason
   * @param backMillis from then to Chromium in front again
   * @param stallMillis the longest wait for the Event Dispatch Thread
   * @param lateMillis the longest that the machine let another thread of the same JVM wait
   *     meanwhile
   * @param left processes that were still there two seconds after they should not be
   */
  record Row(
      String fault,
      String reason,
      long swingMillis,
      long backMillis,
      long stallMillis,
      long lateMillis,
      int left) {}

  private final List<Row> rows = new ArrayList<>();

  Row add(Row row) {
    rows.add(row);
    return row;
  }

  /** Prints the table, and writes the same as JSON. */
  void publish(Path json) throws IOException {
    Files.writeString(json, new GsonBuilder().setPrettyPrinting().create().toJson(rows));
    var text = new StringBuilder();
    String line = "%-22s %8s %8s %7s %8s %5s  %s%n";
    text.append(
        line.formatted("fault", "swing ms", "back ms", "EDT ms", "late ms", "left", "reason"));
    for (Row row : rows) {
      text.append(
          line.formatted(
              row.fault,
              text(row.swingMillis),
              text(row.backMillis),
              text(row.stallMillis),
              text(row.lateMillis),
              text(row.left),
              row.reason));
    }
    System.out.printf(Locale.ROOT, "%n%s%n", text);
  }

  private static String text(long measured) {
    return measured == NONE ? "-" : String.valueOf(measured);
  }
}
