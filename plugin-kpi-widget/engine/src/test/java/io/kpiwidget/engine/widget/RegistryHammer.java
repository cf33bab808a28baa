package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.widget.HammerLedger.Act;
import io.kpiwidget.engine.widget.HammerLedger.Verdict;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Two desktops that are killed and started again, over one folder, beside a reader that never
 * stops. Nothing that a desktop was told to be kept may be lost, and nobody may read what was not
 * written.
 */
final class RegistryHammer {

  private static final Duration BEFORE_A_SWEEP = Duration.ofHours(2);

  /** Of one life of a desktop. */
  private static final int MOST_LINES = 50;

  private static final long LONGEST_PAUSE_NANOS = 2_000_000;

  private final Path folder;
  private final Predicate<Figures> enough;
  private final HammerLedger ledger = new HammerLedger();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger cutShort = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger torn = new AtomicInteger();
  private final long start = System.nanoTime();

  private RegistryHammer(Path folder, Predicate<Figures> enough) {
    this.folder = folder;
    this.enough = enough;
  }

  /**
   * What happened.
   *
   * @param cutShort acts that a kill interrupted
   * @param temporaries that killed desktops left behind
   * @param torn entries in place that are not whole
   * @param left temporaries that outlived a sweep
   */
  record Figures(
      double seconds,
      long puts,
      long forgets,
      int kills,
      int cutShort,
      int reads,
      int temporaries,
      int torn,
      int wrong,
      int lost,
      int left) {

    boolean ok() {
      return puts > 0 && reads > 0 && kills > 0 && torn + wrong + lost + left == 0;
    }

    String json() {
      return String.format(
          Locale.ROOT,
          "{\"ok\": %b, \"seconds\": %.1f, \"puts\": %d, \"forgets\": %d, \"kills\": %d,"
              + " \"cutShort\": %d, \"reads\": %d, \"temporaries\": %d, \"torn\": %d,"
              + " \"wrong\": %d, \"lost\": %d, \"left\": %d}",
          ok(),
          seconds,
          puts,
          forgets,
          kills,
          cutShort,
          reads,
          temporaries,
          torn,
          wrong,
          lost,
          left);
    }
  }

  /** Arguments: how many seconds. Ends with 1 on any loss. */
  public static void main(String[] arguments) throws Exception {
    double seconds = Double.parseDouble(arguments[0]);
    var folder = Files.createTempDirectory("registry-hammer");
    var figures = run(folder, so -> so.seconds() >= seconds);
    System.out.println(figures.json());
    delete(folder);
    System.exit(figures.ok() ? 0 : 1);
  }

  /** Hammers until it is {@code enough}. Blocks. */
  static Figures run(Path folder, Predicate<Figures> enough) throws Exception {
    var hammer = new RegistryHammer(folder, enough);
    var threads = Executors.newCachedThreadPool();
    try {
      List<Callable<Void>> desktops = List.of(() -> hammer.lives("a"), () -> hammer.lives("b"));
      var running = desktops.stream().map(threads::submit).toList();
      hammer.readUntilOver(running);
      for (var one : running) {
        one.get();
      }
    } finally {
      hammer.over.set(true);
      threads.shutdown();
    }
    return hammer.atRest();
  }

  private void readUntilOver(List<Future<Void>> running) throws IOException {
    while (!enough.test(figures(0, 0)) && running.stream().noneMatch(Future::isDone)) {
      var registry = WidgetRegistry.in(folder, Clock.systemUTC());
      for (var widget : ledger.widgets()) {
        var before = ledger.lastDone(widget).orElseThrow();
        count(HammerLedger.judge(before, registry.id(HammerDesktop.TENANT, widget)));
      }
      countTorn();
    }
    over.set(true);
  }

  private void count(Verdict verdict) {
    reads.incrementAndGet();
    switch (verdict) {
      case RIGHT -> {}
      case WRONG -> wrong.incrementAndGet();
      case LOST -> lost.incrementAndGet();
    }
  }

  private void countTorn() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var entries = entries()) {
      for (var entry : entries) {
        var key = entry.getFileName().toString().substring(0, 64);
        if (RegistryEntry.read(key, Files.readAllBytes(entry)).isEmpty()) {
          torn.incrementAndGet();
        }
      }
    } catch (NoSuchFileException forgotten) {
      return; // the next look goes on
    }
  }

  private DirectoryStream<Path> entries() throws IOException {
    return Files.newDirectoryStream(
        folder, file -> !file.toString().endsWith(RegistryFile.TEMPORARY));
  }

  private Void lives(String name) throws IOException, InterruptedException {
    var random = new Random(name.charAt(0));
    for (long life = 1; !over.get(); life++) {
      live(desktop(name, life * 1_000_000), random);
    }
    return null;
  }

  private Process desktop(String name, long firstTurn) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            HammerDesktop.class.getName(),
            folder.toString(),
            name,
            String.valueOf(firstTurn))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void live(Process process, Random random) throws IOException, InterruptedException {
    int begun = 0;
    int lines = 1 + random.nextInt(MOST_LINES);
    try (var words = process.inputReader()) {
      for (var line = words.readLine(); line != null; line = words.readLine()) {
        begun += note(line.split(" ", -1));
        if (--lines == 0) {
          kill(process, random);
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    if (lines > 0) {
      throw new IOException("a desktop ended by itself: " + process.exitValue());
    }
    cutShort.addAndGet(begun);
  }

  /** Plus one for an act that begins, minus one when it is done. */
  private int note(String[] said) {
    if (said.length < 4) {
      return 0; // the kill cut the line
    }
    var act = new Act(said[1], said[2], Long.parseLong(said[3]));
    if (said[0].equals("begin")) {
      ledger.begin(act);
      return 1;
    }
    if (said[0].equals("done")) {
      ledger.done(act);
      return -1;
    }
    wrong.incrementAndGet();
    return 0;
  }

  // not always right after a line: a kill must be able to meet each step of a put
  private void kill(Process process, Random random) {
    long end = System.nanoTime() + (long) (random.nextDouble() * LONGEST_PAUSE_NANOS);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    process.toHandle().destroyForcibly(); // the process's own method drops what it has said
    kills.incrementAndGet();
  }

  private Figures atRest() throws IOException {
    countTorn();
    int temporaries = temporaries();
    var registry = WidgetRegistry.in(folder, Clock.offset(Clock.systemUTC(), BEFORE_A_SWEEP));
    for (var widget : ledger.widgets()) {
      count(ledger.judgeAtRest(widget, registry.id(HammerDesktop.TENANT, widget)));
    }
    return figures(temporaries, temporaries());
  }

  private int temporaries() throws IOException {
    try (var files = Files.list(folder)) {
      return (int) files.filter(f -> f.toString().endsWith(RegistryFile.TEMPORARY)).count();
    }
  }

  private Figures figures(int temporaries, int left) {
    return new Figures(
        (System.nanoTime() - start) / 1e9,
        ledger.puts(),
        ledger.forgets(),
        kills.get(),
        cutShort.get(),
        reads.get(),
        temporaries,
        torn.get(),
        wrong.get(),
        lost.get(),
        left);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
