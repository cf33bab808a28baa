package io.kpiwidget.chromium;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * What an update costs the KPI view in Chromium, by the clocks and counters of its own process. A
 * table to standard error, one JSON object to standard output.
 */
final class ViewBenchmark {

  private static final int WARM_UPS = 20;
  private static final int ROUNDS = 41;

  private final KpiPage page;

  private ViewBenchmark(KpiPage page) {
    this.page = page;
  }

  public static void main(String[] arguments) throws Exception {
    var scratch = Files.createTempDirectory("view-benchmark");
    try (var page = KpiPage.open(scratch)) {
      var figures = new ViewBenchmark(page).figures();
      figures.entrySet().forEach(f -> System.err.printf("%-24s %s%n", f.getKey(), f.getValue()));
      System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(figures));
    }
  }

  private JsonObject figures() throws IOException, InterruptedException {
    page.view().call("Performance.enable");
    page.theme(SampleDay.theme(false));
    run(WARM_UPS, true);
    var changed = run(ROUNDS, true);
    run(1, false);
    var unchanged = run(ROUNDS, false);
    var figures = new JsonObject();
    figures.addProperty("updateMillis", changed.scriptMillis);
    figures.addProperty("updateMillisUnchanged", unchanged.scriptMillis);
    figures.addProperty("layoutsUnchanged", unchanged.layouts);
    figures.addProperty("layoutMillis", changed.layoutMillis);
    figures.addProperty("gzipBytes", gzip(page.file().body()));
    return figures;
  }

  /**
   * Several updates.
   *
   * @param scriptMillis the median of one
   * @param layoutMillis the median of one
   * @param layouts of all together
   */
  private record Cost(double scriptMillis, double layoutMillis, int layouts) {}

  private Cost run(int updates, boolean change) throws IOException, InterruptedException {
    var scripts = new double[updates];
    var layouts = new double[updates];
    double count = page.view().metric("LayoutCount");
    for (int i = 0; i < updates; i++) {
      double script = page.view().metric("ScriptDuration");
      double layout = page.view().metric("LayoutDuration");
      page.show(SampleDay.large(change ? i : 0));
      scripts[i] = page.view().metric("ScriptDuration") - script;
      layouts[i] = page.view().metric("LayoutDuration") - layout;
    }
    int all = (int) (page.view().metric("LayoutCount") - count);
    return new Cost(medianMillis(scripts), medianMillis(layouts), all);
  }

  private static double medianMillis(double[] seconds) {
    Arrays.sort(seconds);
    return Math.round(seconds[seconds.length / 2] * 1e6) / 1e3;
  }

  private static int gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new Smallest(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  /** As {@code gzip -9}. */
  private static final class Smallest extends GZIPOutputStream {

    Smallest(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
