package io.kpiwidget.desktop.soak;

import io.kpiwidget.desktop.soak.Pages.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was seen in the pages over a run. */
final class Seen {

  private final Needle needle;
  private final Map<String, Set<String>> hits = new LinkedHashMap<>();
  private final Map<String, Set<Double>> documents = new LinkedHashMap<>();
  private final Map<String, Set<Integer>> historyLengths = new LinkedHashMap<>();
  private long looks;

  Seen(Needle needle) {
    this.needle = needle;
  }

  /** Everything at one moment; none when the browser was not there yet. */
  void add(List<Look> moment) {
    looks += moment.isEmpty() ? 0 : 1;
    moment.forEach(this::add);
  }

  private void add(Look look) {
    look.texts()
        .forEach(
            (place, text) -> {
              var where = hits.computeIfAbsent(place, any -> new TreeSet<>());
              if (needle.in(text)) {
                where.add(look.address());
              }
            });
    documents.computeIfAbsent(look.frame(), any -> new TreeSet<>()).add(look.born());
    historyLengths.computeIfAbsent(look.frame(), any -> new TreeSet<>()).add(look.historyLength());
  }

  /** The kinds of places in which the needle is. */
  Set<String> places() {
    var places = new TreeSet<String>();
    hits.forEach((place, where) -> places.addAll(where.isEmpty() ? Set.of() : Set.of(place)));
    return places;
  }

  long looks() {
    return looks;
  }

  List<Check> checks(long frames) {
    var checks = new ArrayList<Check>();
    checks.add(new Check("looks into the pages", Long.toString(looks), "2 or more", looks > 1));
    checks.add(Check.equal("frames, all of them ever", documents.size(), frames));
    checks.add(Check.equal("documents loaded again", again(), 0));
    checks.add(constant());
    hits.forEach(
        (place, where) -> checks.add(Check.none("token in " + place, where, where.isEmpty())));
    return checks;
  }

  private long again() {
    return documents.values().stream().mapToLong(born -> born.size() - 1L).sum();
  }

  private Check constant() {
    var constant = historyLengths.values().stream().allMatch(lengths -> lengths.size() == 1);
    return new Check("history length", historyLengths.values().toString(), "constant", constant);
  }
}
