package io.kpiwidget.panel;

import io.kpiwidget.engine.feed.Asked;
import io.kpiwidget.engine.feed.KpiFeed;
import io.kpiwidget.panel.state.Texts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * What the feed asks and why, in words for a ticket. They are made of what has no id of an agent or
 * a queue in it, and no secret.
 */
record AskedWords(Texts texts) {

  /** Breaks between date and time where a panel is narrow. */
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  String of(List<Failure> failures, KpiFeed.Metrics metrics) {
    var words = new StringJoiner("\n");
    failures.forEach(failure -> words.add(failure.words()).add(""));
    metrics.asked().forEach(asked -> words.add(of(asked)).add(""));
    metrics.requests().forEach((route, times) -> words.add(route + ": " + times));
    metrics.statuses().forEach((status, times) -> words.add(status + ": " + times));
    words.add("");
    metrics.details().entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .forEach(each -> words.add(each.getKey() + ": " + each.getValue()));
    return words.toString();
  }

  private String of(Asked asked) {
    var key = asked.key();
    return String.join(
        "\n",
        texts.of("asked.part." + key.part()).toUpperCase(texts.locale()),
        state(asked),
        texts.of("asked.call", key.call(), key.host()),
        texts.of("asked.figures", String.join(", ", key.figures())),
        window(key),
        texts.of("asked.who", key.subject(), key.permissions()),
        traffic(asked.traffic()));
  }

  private String state(Asked asked) {
    var words = new StringJoiner(", ");
    words.add(texts.of("asked.state." + asked.state()));
    asked.age().ifPresent(age -> words.add(texts.of("asked.age", age.toSeconds())));
    words.add(
        asked
            .next()
            .map(next -> texts.of("asked.next", next.toSeconds()))
            .orElseGet(() -> texts.of("asked.next.none")));
    if (!asked.heldBack().isZero()) {
      words.add(texts.of("asked.heldBack", asked.heldBack().toSeconds()));
    }
    return words.toString();
  }

  private String window(Asked.Key key) {
    return key.window()
        .map(w -> texts.of("asked.window", MINUTE.format(w.start()), MINUTE.format(w.end())))
        .orElseGet(() -> texts.of("asked.window.none"));
  }

  private String traffic(Asked.Traffic traffic) {
    return texts.of(
        "asked.traffic",
        traffic.status() == 0 ? texts.of("asked.status.none") : Integer.toString(traffic.status()),
        traffic.hitRatio(),
        traffic.looks(),
        traffic.bytes());
  }
}
