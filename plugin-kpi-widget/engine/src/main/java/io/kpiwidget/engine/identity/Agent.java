package io.kpiwidget.engine.identity;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The agent as the desktop names them.
 *
 * @param id the platform's user id
 * @param queues the queues the desktop thinks the agent serves; a change means "read them again"
 */
public record Agent(
    String id, String name, List<String> queues, Locale locale, Optional<ZoneId> zone) {

  public Agent {
    queues = List.copyOf(queues);
  }
}
