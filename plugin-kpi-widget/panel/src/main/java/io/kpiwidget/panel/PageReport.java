package io.kpiwidget.panel;

import io.kpiwidget.panel.swing.Shown;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the host page said last. Thread-safe. */
final class PageReport {

  private static final int MOST_COUNTERS = 64;

  private volatile Shown shown = Shown.NOTHING;
  private volatile long version;
  private volatile List<PageMessage.Frame> frames = List.of();
  private volatile int historyLength;
  private final ConcurrentMap<String, Long> counts = new ConcurrentHashMap<>();

  void figures(PageMessage.Figures figures) {
    shown = figures.shown();
    version = figures.version();
  }

  void frames(PageMessage.Frames now) {
    frames = List.copyOf(now.frames());
    historyLength = now.history();
  }

  /** Adds what the page refused since it last told. */
  void rejected(Map<String, Long> since) {
    since.forEach(this::add);
  }

  /** Something we count on this side: unreadable messages, violated policies, refused escapes. */
  void count(String what) {
    add(what, 1L);
  }

  /** A page must not be able to fill our memory with names. */
  private void add(String what, long times) {
    if (counts.size() < MOST_COUNTERS || counts.containsKey(what)) {
      counts.merge(what, times, Long::sum);
    }
  }

  /** A page that is gone shows nothing. */
  void clear() {
    shown = Shown.NOTHING;
    frames = List.of();
    historyLength = 0;
  }

  Shown shown() {
    return shown;
  }

  long version() {
    return version;
  }

  List<PageMessage.Frame> frames() {
    return frames;
  }

  /** How many entries the page has in its history, with all its frames. */
  int historyLength() {
    return historyLength;
  }

  Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }
}
