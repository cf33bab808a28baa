package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import io.kpiwidget.engine.platform.Queue;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the agent's queues lately: rows do not go without a word. Any thread. */
final class QueueNews {

  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int MOST = 3;

  private final Time time;
  private final Deque<News> news = new ArrayDeque<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> closed = new HashSet<>();
  private Set<String> served = Set.of();

  private record News(Time.Moment at, Notice notice) {}

  QueueNews(Time time) {
    this.time = time;
  }

  /** The platform does not have the queue any more. */
  synchronized void closed(String id) {
    if (closed.add(id)) {
      tell(
          name(id) + " was closed. Its figures are gone.",
          "Your other queues go on. If that is wrong, tell your supervisor.");
    }
  }

  /** The queues as they are now. */
  synchronized void served(List<Queue> queues) {
    var ids = new HashSet<String>();
    for (var queue : queues) {
      ids.add(queue.id());
      names.put(queue.id(), queue.name());
    }
    served.stream()
        .filter(id -> !ids.contains(id) && !closed.contains(id))
        .sorted()
        .forEach(this::left);
    served = Set.copyOf(ids);
  }

  private void left(String id) {
    tell("You no longer serve " + name(id) + ".", "If that is wrong, tell your supervisor.");
  }

  /** The newest first; old news are none. */
  synchronized List<Notice> notices() {
    news.removeIf(each -> time.since(each.at()).compareTo(LIFE) >= 0);
    return news.stream().map(News::notice).limit(MOST).toList();
  }

  private void tell(String sentence, String nextStep) {
    news.addFirst(new News(time.now(), new Notice(sentence, nextStep)));
  }

  private String name(String id) {
    var name = names.getOrDefault(id, "");
    return "\u201c" + (name.isBlank() ? id : name) + "\u201d";
  }
}
