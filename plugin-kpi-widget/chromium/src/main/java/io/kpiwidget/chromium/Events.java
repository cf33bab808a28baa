package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToBrowser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the host page is told. A new document hears the newest event of each type first. */
final class Events {

  private final Map<String, byte[]> newest = new LinkedHashMap<>();
  private final Set<EventStream> streams = new LinkedHashSet<>();

  /** Any thread. */
  void push(ToBrowser.Push event) {
    byte[] lines = lines(event.json());
    List<EventStream> now;
    synchronized (this) {
      newest.remove(event.type());
      newest.put(event.type(), lines);
      now = new ArrayList<>(streams);
    }
    now.forEach(stream -> stream.add(lines));
  }

  synchronized void open(EventStream stream) {
    newest.values().forEach(stream::add);
    streams.add(stream);
  }

  synchronized void close(EventStream stream) {
    streams.remove(stream);
  }

  /** A line break in JSON text is white space between tokens, and would end the event here. */
  private static byte[] lines(String json) {
    String line = json.replace('\n', ' ').replace('\r', ' ');
    return ("data: " + line + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
