package io.kpiwidget.sandbox.platform;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** On whose behalf a token speaks, as of now. */
record Person(String id, String name, List<Queue> queues, Set<String> permissions, ZoneId zone) {
  /** A queue the person may see. */
  record Queue(String id, String name) {}

  boolean sees(String queue) {
    return queues.stream().anyMatch(mine -> mine.id().equals(queue));
  }

  void require(String permission) {
    if (!permissions.contains(permission)) {
      throw Refusal.missing(permission);
    }
  }
}
