package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.agents.QueueRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of queues; a queue nobody has named yet is called by its id. */
final class QueueNames {

  private List<QueueRef> known = List.of();

  void known(List<QueueRef> queues) {
    known = List.copyOf(queues);
  }

  List<QueueRef> known() {
    return known;
  }

  /** True when there is a queue besides {@code ids}. */
  boolean others(List<String> ids) {
    for (QueueRef queue : known) {
      if (!ids.contains(queue.id())) {
        return true;
      }
    }
    return false;
  }

  String of(String id) {
    for (QueueRef queue : known) {
      if (queue.id().equals(id)) {
        return queue.name();
      }
    }
    return id.isEmpty() ? id : id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
  }

  QueueRef ref(String id) {
    return new QueueRef(id, of(id));
  }

  /** The names in one line. */
  String list(List<String> ids) {
    List<String> names = new ArrayList<>();
    for (String id : ids) {
      names.add(of(id));
    }
    return names.isEmpty() ? "No queues" : String.join(", ", names);
  }
}
