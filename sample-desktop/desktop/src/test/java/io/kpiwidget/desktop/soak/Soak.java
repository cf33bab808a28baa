package io.kpiwidget.desktop.soak;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Lets the sample desktop run on short-lived tokens and looks for copies of them wherever they have
 * no business. Every search is tried on a planted word first, or afterwards where that spoils what
 * is searched: a search that finds nothing proves something only when it can find.
 */
final class Soak {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
  private static final Duration BROWSER_PATIENCE = Duration.ofSeconds(120);

  private final SoakOptions options;
  private final String canary = word("canary");
  private final Needle needle = new Needle(canary);
  private final Seen seen = new Seen(needle);
  private final List<Check> checks = new ArrayList<>();
  private Places.Found files = new Places.Found(0, Set.of());
  private Places.Found processes = new Places.Found(0, Set.of());

  private Soak(SoakOptions options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws Exception {
    var options = new SoakOptions();
    var line = new CommandLine(options);
    try {
      if (CommandLine.printHelpIfRequested(line.parseArgs(arguments))) {
        return;
      }
    } catch (ParameterException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
    if (!options.known()) {
      System.err.println("usage: .ci/soak tokens|feed [options], see --help");
      System.exit(2);
    }
    System.exit(options.isFeed() ? new FeedSoak(options).run() : new Soak(options).run());
  }

  private int run() throws Exception {
    try (var bench = Workbench.open(options, canary)) {
      watch(bench);
      checks.addAll(seen.checks(2));
      lookEverywhere(bench);
      tryOut(bench);
      finish(bench);
    }
    return new Verdict(checks, about()).tell(options.json()) ? 0 : 1;
  }

  /** Until the time is over: pages, short-lived files, processes. */
  private void watch(Workbench bench) throws IOException, InterruptedException {
    awaitBrowser(bench);
    long end = System.nanoTime() + options.length().toNanos();
    while (System.nanoTime() < end && bench.process().isAlive()) {
      look(bench);
      files = files.and(Places.files(bench.data(), Soak::isShortLived, needle));
      processes = processes.and(Places.processes(bench.process(), needle));
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Both frames are there and have begun; before that a document may come after an empty one. */
  private void awaitBrowser(Workbench bench) throws IOException, InterruptedException {
    long end = System.nanoTime() + BROWSER_PATIENCE.toNanos();
    while (!isUp(bench)) {
      if (System.nanoTime() > end || !bench.process().isAlive()) {
        throw new IOException("no browser came up, see " + bench.logs());
      }
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    }
  }

  private static boolean isUp(Workbench bench) throws InterruptedException {
    try {
      var looks = bench.pages().look();
      return looks.size() > 1 && looks.stream().noneMatch(look -> look.address().contains("blank"));
    } catch (IOException notYet) {
      return false;
    }
  }

  /** A frame may go while it is looked at; the number of looks that did work is checked. */
  private void look(Workbench bench) throws InterruptedException {
    try {
      seen.add(bench.pages().look());
    } catch (IOException | IllegalStateException between) {
      System.err.println("soak: a look was lost: " + between.getMessage());
    }
  }

  /** Chromium's own files do not change and are many: they are read once, at the end. */
  private static boolean isShortLived(Path file) {
    return !file.toString().contains("/chromium/") || file.toString().contains("/chromium/run/");
  }

  private void lookEverywhere(Workbench bench) throws IOException {
    files = files.and(Places.files(bench.data(), any -> true, needle));
    checks.add(found("token in files of the data folder", files));
    checks.add(found("token in command lines and environments", processes));
  }

  private static Check found(String name, Places.Found found) {
    return Check.none(
        name + " (" + found.looked() + " read)", found.where(), found.where().isEmpty());
  }

  /** Plants a word in each place and looks for it with the very same search. */
  private void tryOut(Workbench bench) throws IOException, InterruptedException {
    checks.add(control("the canary in a token", needle.in(bench.sampleToken()) ? 1 : 0));
    var word = word("planted");
    var control = new Needle(word);
    for (var folder : List.of(bench.data(), bench.logs())) {
      var planted = Files.writeString(folder.resolve("soak-control"), "before " + word);
      var found = Places.files(folder, Soak::isShortLived, control);
      Files.delete(planted);
      checks.add(control("a planted file in " + folder.getFileName(), found.where().size()));
    }
    var own = Places.processes(bench.process(), new Needle(Workbench.CONTROL));
    checks.add(Check.equal("found: a word in command line and environment", own.where().size(), 2));
    bench.pages().plant(word);
    var planted = new Seen(control);
    planted.add(bench.pages().look());
    var places = new TreeSet<>(Set.of("DOM", "URL", "performance", "history", "sessionStorage"));
    if (options.mode() != SoakOptions.Mode.kpi) {
      places.addAll(Set.of("localStorage", "cookies"));
    }
    checks.add(
        new Check(
            "found: a word planted in the pages",
            planted.places().toString(),
            places + " at least",
            planted.places().containsAll(places)));
  }

  private static Check control(String where, int found) {
    return Check.equal("found: " + where, found, 1);
  }

  private void finish(Workbench bench) throws IOException, InterruptedException {
    var ledger = bench.ledger();
    var ran = Duration.between(at(ledger.get(0)), at(ledger.get(ledger.size() - 1)));
    var widget = options.mode() == SoakOptions.Mode.kpi ? 0 : 1;
    checks.addAll(0, new Traffic(ledger).checks(ran, options.lifetime(), widget));
    var peaceful = bench.awaitEnd();
    checks.add(
        new Check("the desktop ended", peaceful ? "by itself" : "badly", "by itself", peaceful));
    report(bench);
    checks.add(found("token in logs", Places.files(bench.logs(), any -> true, needle)));
  }

  private static Instant at(JsonObject entry) {
    return Instant.parse(entry.get("at").getAsString());
  }

  private void report(Workbench bench) throws IOException {
    var text = Files.readString(bench.report());
    var json = JsonParser.parseString(text).getAsJsonObject();
    var trouble = json.getAsJsonObject("trouble");
    checks.add(Check.none("trouble in the panel", trouble, trouble.isEmpty()));
    var renderer = json.get("renderer").getAsString();
    checks.add(new Check("renderer", renderer, "chromium", renderer.equals("chromium")));
    checks.add(Check.none("token in report and diagnostics", "one", !needle.in(text)));
    checks.add(control("the agent's id in the report", new Needle(bench.agent()).in(text) ? 1 : 0));
  }

  private JsonObject about() {
    var json = new JsonObject();
    json.addProperty("mode", options.mode().name());
    json.addProperty("tokenSource", options.source());
    json.addProperty("seconds", options.length().toSeconds());
    json.addProperty("tokenLifetimeSeconds", options.lifetime().toSeconds());
    return json;
  }

  private static String word(String begin) {
    var digits = new SecureRandom().ints(12, 0, 36).mapToObj(n -> Integer.toString(n, 36)).toList();
    return begin + String.join("", digits);
  }
}
