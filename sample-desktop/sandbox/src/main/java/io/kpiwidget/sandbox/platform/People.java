package io.kpiwidget.sandbox.platform;

import io.kpiwidget.sandbox.floor.Floor;
import io.kpiwidget.sandbox.floor.FloorQueue;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may do what: agents see their own queues, the client itself (a token without a subject) sees
 * all. Thread-safe.
 */
final class People {
  static final Set<String> ALL =
      Set.of(
          "analytics:report:view",
          "analytics:widget:view",
          "user:read",
          "analytics:queueObservation:view",
          "analytics:conversationAggregate:view",
          "analytics:userAggregate:view");

  private static final int SAMPLES = 6;

  private final Map<String, Set<String>> withdrawn = new ConcurrentHashMap<>();
  private final Centre centre;
  private final String clientId;

  People(Centre centre, String clientId) {
    this.centre = centre;
    this.clientId = clientId;
  }

  Optional<Person> find(String id) {
    return centre.look(
        (floor, now) -> id.equals(clientId) ? Optional.of(client(floor)) : agent(floor, id));
  }

  /** The agents one can sign in as without being asked for more, a handful. */
  List<Person> samples() {
    return centre.look(
        (floor, now) ->
            floor.agents().stream()
                .limit(SAMPLES)
                .flatMap(one -> agent(floor, one.id()).stream())
                .toList());
  }

  Optional<Person> sample(String id) {
    return samples().stream().filter(person -> person.id().equals(id)).findFirst();
  }

  void withdraw(String id, String permission) {
    withdrawn.computeIfAbsent(id, agent -> ConcurrentHashMap.newKeySet()).add(permission);
  }

  void grant(String id, String permission) {
    withdrawn.getOrDefault(id, Set.of()).remove(permission);
  }

  private Person client(Floor floor) {
    return new Person(
        clientId,
        "Service account",
        queues(floor, floor.queues().stream().map(FloorQueue::id).toList()),
        ALL,
        ZoneOffset.UTC);
  }

  private Optional<Person> agent(Floor floor, String id) {
    var permissions = new TreeSet<>(ALL);
    permissions.removeAll(withdrawn.getOrDefault(id, Set.of()));
    return floor
        .agent(id)
        .map(
            agent ->
                new Person(
                    id,
                    agent.spec().name(),
                    queues(floor, agent.queues()),
                    permissions,
                    agent.spec().zone()));
  }

  private static List<Person.Queue> queues(Floor floor, Iterable<String> ids) {
    var wanted = new TreeSet<String>();
    ids.forEach(wanted::add);
    return floor.queues().stream()
        .filter(queue -> queue.open() && wanted.contains(queue.id()))
        .map(queue -> new Person.Queue(queue.id(), queue.spec().name()))
        .toList();
  }
}
