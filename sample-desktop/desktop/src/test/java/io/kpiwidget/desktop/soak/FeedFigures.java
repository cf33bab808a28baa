package io.kpiwidget.desktop.soak;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kpiwidget.desktop.soak.Turns.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run of several widgets cost the platform, by the platform's own ledger, and how old the
 * figures were, by the panels' diagnostics.
 *
 * @param length of the run; what happens after it counts as hidden
 * @param panels each one's diagnostics
 */
record FeedFigures(List<JsonObject> ledger, Turns turns, Duration length, List<JsonObject> panels) {

  /** The guide's naive client asks each question so often. */
  static final Duration NAIVE = Duration.ofSeconds(5);

  /** As the standard widget has it. */
  static final Duration INTERVAL = Duration.ofSeconds(30);

  private static final Duration AGE_BEYOND = Duration.ofSeconds(2);
  private static final double LEAST_SAVING = 95;

  /** What was on its way when the window went may still come. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(1);

  /** Long enough for a refresh to come, too short for the next one. */
  private static final Duration AFTER_SHOWING = Duration.ofSeconds(15);

  private static final String QUERY = "/v2/analytics/query";
  private static final Pattern AGES = Pattern.compile("p50 (\\d+) s, p99 (\\d+) s of (\\d+) s");

  /** The ages of what one panel showed, in seconds. */
  record Ages(long p50, long p99, long watched) {}

  List<Check> checks() {
    var checks = new ArrayList<Check>();
    checks.add(
        new Check(
            "fewer calls than by polling each 5 s (%d of %d)".formatted(ledger.size(), naive()),
            "%.1f %%".formatted(saving()),
            LEAST_SAVING + " % or more",
            saving() >= LEAST_SAVING));
    checks.add(Check.equal("calls while hidden", hiddenCalls(), 0));
    long oldest = INTERVAL.plus(AGE_BEYOND).toSeconds();
    for (int i = 0; i < panels.size(); i++) {
      var ages = ages(panels.get(i));
      checks.add(Check.between("age p99 on panel %d, s".formatted(i + 1), ages.p99(), 1, oldest));
    }
    var refreshes = refreshes();
    checks.add(
        new Check(
            "refreshes on each showing",
            refreshes.toString(),
            "1 each",
            !refreshes.isEmpty() && refreshes.stream().allMatch(count -> count == 1)));
    checks.add(Check.none("calls that were refused", refused(), refused() == 0));
    return checks;
  }

  /** One call for each widget's each question in each five seconds. */
  long naive() {
    return panels.stream().mapToLong(FeedFigures::questions).sum() * length.dividedBy(NAIVE);
  }

  private static long questions(JsonObject panel) {
    return panel.get("questions").getAsLong();
  }

  double saving() {
    return naive() == 0 ? 0 : 100.0 * (naive() - ledger.size()) / naive();
  }

  long hiddenCalls() {
    return turns.hidden().stream().mapToLong(turn -> during(turn, UNDER_WAY).count()).sum();
  }

  /** How often the question that was asked most often was asked after each showing. */
  List<Long> refreshes() {
    return turns.visible().stream()
        .map(turn -> after(turn).values().stream().mapToLong(Long::longValue).max().orElse(0))
        .toList();
  }

  /** The HTTP calls of the refresh after each showing. */
  private List<Long> callsOnShowing() {
    return turns.visible().stream()
        .map(turn -> after(turn).values().stream().mapToLong(Long::longValue).sum())
        .toList();
  }

  private Map<String, Long> after(Turn turn) {
    var soon = new Turn(turn.from(), turn.from().plus(AFTER_SHOWING), true);
    return during(soon, Duration.ZERO)
        .filter(entry -> text(entry, "route").equals(QUERY))
        .collect(Collectors.groupingBy(e -> text(e, "question"), Collectors.counting()));
  }

  private Stream<JsonObject> during(Turn turn, Duration late) {
    var from = new Turn(turn.from().plus(late), turn.until(), turn.visible());
    return ledger.stream().filter(entry -> from.contains(Instant.parse(text(entry, "at"))));
  }

  private long refused() {
    return ledger.stream().filter(entry -> entry.get("status").getAsInt() >= 400).count();
  }

  static Ages ages(JsonObject panel) {
    var words = feed(panel).has("dataAge") ? text(feed(panel), "dataAge") : "";
    var match = AGES.matcher(words);
    return match.matches()
        ? new Ages(number(match.group(1)), number(match.group(2)), number(match.group(3)))
        : new Ages(0, 0, 0);
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }

  private static JsonObject feed(JsonObject panel) {
    return panel.has("feed") ? panel.getAsJsonObject("feed") : new JsonObject();
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private Map<String, Long> counted(Function<JsonObject, String> by) {
    return ledger.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  /** The figures for people. */
  String table() {
    var lines = new StringBuilder();
    counted(entry -> text(entry, "method") + " " + text(entry, "route"))
        .forEach((route, calls) -> lines.append("%6d  %s%n".formatted(calls, route)));
    lines.append("%6d  calls, of these %d answered 304%n".formatted(ledger.size(), notModified()));
    lines.append("%6d  bytes of answers%n".formatted(bytes()));
    lines.append("%6d  calls if each question were asked each 5 s%n".formatted(naive()));
    for (var panel : panels) {
      var ages = ages(panel);
      lines.append(
          "%6s  s of age p50/p99, over %d s in sight%n"
              .formatted(ages.p50() + "/" + ages.p99(), ages.watched()));
    }
    return lines.toString();
  }

  private long notModified() {
    return ledger.stream().filter(entry -> entry.get("status").getAsInt() == 304).count();
  }

  /** As the panels' one door counts them. */
  private long bytes() {
    return panels.stream()
        .map(FeedFigures::feed)
        .filter(feed -> feed.has("receivedBytes"))
        .mapToLong(feed -> number(text(feed, "receivedBytes")))
        .max()
        .orElse(0);
  }

  /** All figures, for who compares runs. */
  JsonObject json() {
    var json = new JsonObject();
    json.addProperty("seconds", length.toSeconds());
    json.addProperty("calls", ledger.size());
    json.addProperty("naiveCalls", naive());
    json.addProperty("savedPercent", Math.round(10 * saving()) / 10.0);
    json.add("callsByRoute", counts(counted(e -> text(e, "method") + " " + text(e, "route"))));
    json.add("callsByStatus", counts(counted(e -> text(e, "status"))));
    json.addProperty("answered304", notModified());
    json.addProperty("receivedBytes", bytes());
    json.addProperty("questions", distinctQuestions());
    json.addProperty("callsWhileHidden", hiddenCalls());
    json.add("refreshesOnShowing", list(refreshes()));
    json.add("callsOnShowing", list(callsOnShowing()));
    var ages = new JsonArray();
    panels.forEach(panel -> ages.add(panel(panel)));
    json.add("panels", ages);
    return json;
  }

  private long distinctQuestions() {
    return ledger.stream()
        .filter(entry -> text(entry, "route").equals(QUERY))
        .map(entry -> text(entry, "question"))
        .distinct()
        .count();
  }

  private static JsonObject panel(JsonObject panel) {
    var ages = ages(panel);
    var json = new JsonObject();
    json.addProperty("ageP50Seconds", ages.p50());
    json.addProperty("ageP99Seconds", ages.p99());
    json.addProperty("watchedSeconds", ages.watched());
    json.addProperty("questions", questions(panel));
    json.add("cache", feed(panel).get("cache"));
    json.add("renderer", panel.get("renderer"));
    return json;
  }

  private static JsonObject counts(Map<String, Long> counts) {
    var json = new JsonObject();
    counts.forEach(json::addProperty);
    return json;
  }

  private static JsonArray list(List<Long> numbers) {
    var list = new JsonArray();
    numbers.forEach(list::add);
    return list;
  }
}
