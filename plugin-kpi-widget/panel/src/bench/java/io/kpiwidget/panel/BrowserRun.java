package io.kpiwidget.panel;

import com.formdev.flatlaf.FlatLightLaf;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.host.Theme;
import java.awt.AWTException;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Robot;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JFrame;

/** One run of one way in a JVM of its own. The last line of what it prints is a JSON object. */
final class BrowserRun {

  private static final Dimension SIZE = new Dimension(380, 740);
  private static final Point PLACE = new Point(60, 60);
  private static final int AFTERWARDS_SECONDS = 2;
  private static final int SETTLE_SECONDS = 3;
  private static final int IDLE_SECONDS = 10;
  private static final int CHANGES = 41;
  private static final double NANOS_OF_MILLI = 1e6;

  /** From the page's corner, before its first tile. */
  private static final int CORNER = 3;

  private final Way way;
  private final Theme theme;
  private final Eye eye = new Eye(new Robot());
  private final JsonObject result = new JsonObject();

  private BrowserRun(Way way, Theme theme) throws AWTException {
    this.way = way;
    this.theme = theme;
  }

  /** The way's name, and a folder for this run alone. */
  public static void main(String[] arguments) throws Exception {
    OnEdt.run(FlatLightLaf::setup);
    var theme = OnEdt.get(() -> new FakeContext(Path.of("")).theme());
    var way = way(arguments[0], Path.of(arguments[1]), theme);
    var run = new BrowserRun(way, theme);
    try {
      run.measure(OnEdt.get(BrowserRun::frame));
      System.out.println(run.result);
      Runtime.getRuntime().halt(0); // what is left ends with this process
    } catch (Exception failed) {
      failed.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static Way way(String name, Path folder, Theme theme) throws Exception {
    return switch (name) {
      case "kpiWidget" -> new KpiWidget(folder);
      case "javafxWebView" -> new JavafxWebView(PageServer.start(theme));
      case "jcefWindowed" -> new JcefWindowed(PageServer.start(theme), folder.resolve("profile"));
      default -> new None();
    };
  }

  private static JFrame frame() {
    var frame = new JFrame("KPI Widget");
    frame.setSize(SIZE);
    frame.setLocation(PLACE);
    frame.setVisible(true);
    return frame;
  }

  private void measure(JFrame frame) throws Exception {
    TimeUnit.SECONDS.sleep(1);
    start(frame);
    way.addTo(result);
    settled();
    if (!(way instanceof None)) {
      result.addProperty("latencyMillis", latency());
    }
  }

  private void start(JFrame frame) throws Exception {
    try (var probe = EdtProbe.start()) {
      long start = System.nanoTime();
      OnEdt.get(
          () -> {
            way.start(frame);
            return true;
          });
      if (!(way instanceof None)) {
        way.awaitShown();
        eye.await(way.page(), color("bad"));
        result.addProperty("firstKpiMillis", millis(System.nanoTime() - start));
      }
      TimeUnit.SECONDS.sleep(AFTERWARDS_SECONDS);
      result.addProperty("edtStallMillis", probe.stallMillis());
      result.addProperty("edtWorkMillis", probe.workMillis());
    }
  }

  private static double millis(long nanos) {
    return nanos / NANOS_OF_MILLI;
  }

  /** Of the page's colours in the desktop's look. */
  private Color color(String name) {
    return Objects.requireNonNull(PageLook.of(theme).tokens().get(name));
  }

  private void settled() throws InterruptedException {
    System.gc();
    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
    System.gc();
    result.addProperty("treePssMiB", ProcessTree.pssMiB());
    result.addProperty("desktopPssMiB", ProcessTree.ownPssMiB());
    var before = ProcessTree.seconds();
    TimeUnit.SECONDS.sleep(IDLE_SECONDS);
    double busy =
        ProcessTree.seconds().entrySet().stream()
            .mapToDouble(p -> p.getValue() - before.getOrDefault(p.getKey(), 0.0))
            .sum();
    result.addProperty("idleCpuPercent", 100 * busy / IDLE_SECONDS);
  }

  /** The median from telling the page another colour to seeing it. */
  private double latency() throws InterruptedException, TimeoutException {
    var place = way.page().getLocationOnScreen();
    place.translate(CORNER, CORNER);
    var look = look();
    var delays = new double[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      var next = new Color(40 + 4 * i, 250 - 5 * i, 60 + 3 * i);
      look.addProperty("page", "#%06x".formatted(next.getRGB() & 0xFFFFFF));
      var json = look.toString();
      long told = System.nanoTime();
      way.look(json);
      eye.await(place, next);
      delays[i] = millis(System.nanoTime() - told);
      // no multiple of a frame's time: it must not always be told at the same point of one
      TimeUnit.MILLISECONDS.sleep(150 + 7 * (i % 9));
    }
    Arrays.sort(delays);
    return delays[CHANGES / 2];
  }

  /** What the panel tells a page of the desktop's look. */
  private JsonObject look() {
    var told = new AtomicReference<String>();
    new PageEvents(Clock.systemUTC(), (type, json) -> told.set(json.get())).theme(theme);
    return JsonParser.parseString(told.get()).getAsJsonObject();
  }
}
