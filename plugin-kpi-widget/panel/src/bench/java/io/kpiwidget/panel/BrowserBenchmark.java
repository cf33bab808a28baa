package io.kpiwidget.panel;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.chromium.bundle.Bundle;
import io.kpiwidget.chromium.bundle.Natives;
import io.kpiwidget.chromium.link.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * Our panel beside JavaFX's WebView and JCEF in the desktop's process, all with the same KPI view,
 * each run in a JVM of its own, by turns. A table to standard error, one JSON object to standard
 * output: medians, and from what to what they were.
 */
final class BrowserBenchmark {

  private static final int ROUNDS = 3;

  /** The empty frame is no way, but what ways are measured against. */
  private static final String NONE = "none";

  private static final List<String> WAYS =
      List.of(NONE, "kpiWidget", "javafxWebView", "jcefWindowed");

  private static final List<String> FIGURES =
      List.of(
          "firstSwingKpiMillis",
          "firstKpiMillis",
          "edtStallMillis",
          "edtWorkMillis",
          "treePssMiB",
          "desktopExtraMiB",
          "idleCpuPercent",
          "latencyMillis");

  private final Path scratch;
  private final Map<String, List<JsonObject>> runs = new LinkedHashMap<>();

  private BrowserBenchmark(Path scratch) {
    this.scratch = scratch;
  }

  /** How many rounds, if not the usual number. */
  public static void main(String[] arguments) throws Exception {
    var benchmark = new BrowserBenchmark(Files.createTempDirectory("browser-benchmark"));
    benchmark.warm(benchmark.bundle());
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    for (int round = 0; round < rounds; round++) {
      benchmark.round(round);
    }
    benchmark.print();
  }

  /** Unpacks Chromium where it is not yet: that is the first start on a machine, and not this. */
  private Path bundle() throws IOException, InterruptedException {
    var data = Path.of(System.getProperty("chromium.data"));
    var natives = Natives.of(System.getProperty("chromium.natives"), "");
    Files.createDirectories(data);
    var command = new ArrayList<>(List.of(Entry.MAIN_CLASS, Entry.INSTALL, data + "", data + ""));
    command.addAll(natives.arguments());
    java(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    return Bundle.of(data).flatMap(known -> known.ready(natives)).orElseThrow();
  }

  /** Reads every file, so that no way finds another's in memory. */
  private void warm(Path bundle) throws IOException {
    try (var files = Files.walk(bundle)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  private void round(int round) throws IOException, InterruptedException {
    double empty = 0;
    for (var way : WAYS) {
      var result = run(way, Files.createDirectory(scratch.resolve(way + round)));
      double desktop = result.remove("desktopPssMiB").getAsDouble();
      if (way.equals(NONE)) {
        empty = desktop;
      } else {
        result.addProperty("desktopExtraMiB", desktop - empty);
      }
      System.err.printf("%d %-14s %s%n", round, way, result);
      runs.computeIfAbsent(way, key -> new ArrayList<>()).add(result);
    }
  }

  private static JsonObject run(String way, Path folder) throws IOException, InterruptedException {
    var log = folder.resolve("log");
    var run =
        java(List.of("io.kpiwidget.panel.BrowserRun", way, folder.toString()))
            .redirectError(log.toFile())
            .start();
    var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (run.waitFor() != 0) {
      throw new IOException(way + " failed:\n" + Files.readString(log));
    }
    var last = said.lines().reduce((a, b) -> b).orElseThrow();
    return JsonParser.parseString(last).getAsJsonObject();
  }

  private static ProcessBuilder java(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            // heaps give back what they do not need: of what is used, not of how they grow
            "-Xms8m",
            "-Xmx512m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-Dprism.order=sw",
            // otherwise a picture of the screen loads GTK into the desktop
            "-Dawt.robot.gtk=false",
            // otherwise an event waits for the answer to the one before
            "-Dsun.net.httpserver.nodelay=true",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
    for (var name : List.of("chromium.data", "chromium.natives")) {
      command.add("-D" + name + "=" + System.getProperty(name));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private void print() {
    System.err.printf("%-20s", "median (from to)");
    WAYS.forEach(way -> System.err.printf(" %26s", way));
    System.err.println();
    var all = new JsonObject();
    WAYS.forEach(way -> all.add(way, new JsonObject()));
    FIGURES.forEach(figure -> print(figure, all));
    System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(all));
  }

  private void print(String figure, JsonObject all) {
    System.err.printf("%-20s", figure);
    for (var way : WAYS) {
      var values = values(way, figure);
      if (values.length > 0) {
        add(all.getAsJsonObject(way), figure, values);
      }
      System.err.printf(" %26s", values.length == 0 ? "" : text(values));
    }
    System.err.println();
  }

  private double[] values(String way, String figure) {
    return Objects.requireNonNull(runs.get(way)).stream()
        .filter(run -> run.has(figure))
        .mapToDouble(run -> Math.round(run.get(figure).getAsDouble() * 10) / 10.0)
        .sorted()
        .toArray();
  }

  private static void add(JsonObject result, String figure, double[] sorted) {
    result.addProperty(figure, median(sorted));
    var all = new JsonArray();
    DoubleStream.of(sorted).forEach(all::add);
    if (!result.has("runs")) {
      result.add("runs", new JsonObject());
    }
    result.getAsJsonObject("runs").add(figure, all);
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static String text(double[] sorted) {
    return "%.1f (%.1f %.1f)".formatted(median(sorted), sorted[0], sorted[sorted.length - 1]);
  }
}
