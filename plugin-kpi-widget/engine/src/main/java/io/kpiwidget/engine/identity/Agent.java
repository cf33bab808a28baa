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
 * @param shift empty when the desktop does not know it
 * @param division the id of the organisational division
 * @param skills as the platform names them; empty when the desktop does not know them
 */
public record Agent(
    String id,
    String name,
    List<String> queues,
    Locale locale,
    Optional<ZoneId> zone,
    Optional<Shift> shift,
    Optional<String> division,
    List<String> skills) {

  public Agent {
    queues = List.copyOf(queues);
    skills = List.copyOf(skills);
  }

  /** An agent of whose place in the organisation the desktop says nothing. */
  public Agent(String id, String name, List<String> queues, Locale locale, Optional<ZoneId> zone) {
    this(id, name, queues, locale, zone, Optional.empty(), Optional.empty(), List.of());
  }
}
