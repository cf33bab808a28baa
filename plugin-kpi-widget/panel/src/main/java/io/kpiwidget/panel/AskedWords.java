package io.kpiwidget.panel;

import io.kpiwidget.engine.feed.KpiFeed;
import java.util.StringJoiner;

/**
 * What the feed asks and why, for people. The words are the engine's own: no id of an agent or a
 * queue, no secret.
 */
final class AskedWords {

  private static final String QUESTION = "asked.";

  private AskedWords() {}

  static String of(KpiFeed.Metrics metrics) {
    var lines = new StringJoiner("\n");
    metrics.details().entrySet().stream()
        .filter(each -> each.getKey().startsWith(QUESTION))
        .forEach(
            each ->
                lines.add(
                    each.getKey().substring(QUESTION.length()) + ": " + each.getValue() + "\n"));
    metrics.requests().forEach((route, times) -> lines.add(route + ": " + times));
    metrics.statuses().forEach((status, times) -> lines.add(status + ": " + times));
    lines.add("");
    metrics.details().entrySet().stream()
        .filter(each -> !each.getKey().startsWith(QUESTION) && !each.getValue().isEmpty())
        .forEach(each -> lines.add(each.getKey() + ": " + each.getValue()));
    return lines.toString();
  }
}
