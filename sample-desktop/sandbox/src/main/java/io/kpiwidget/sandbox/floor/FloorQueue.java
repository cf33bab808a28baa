package io.kpiwidget.sandbox.floor;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A queue at work: those who wait, longest first. Guarded by the floor's lock. */
public final class FloorQueue {
  private final QueueSpec spec;
  private final ArrayDeque<Conversation> waiting = new ArrayDeque<>();
  private final RandomGenerator arrivals;
  private boolean open = true;

  FloorQueue(QueueSpec spec, RandomGenerator arrivals) {
    this.spec = spec;
    this.arrivals = arrivals;
  }

  public QueueSpec spec() {
    return spec;
  }

  public String id() {
    return spec.id();
  }

  /** False once decommissioned. */
  public boolean open() {
    return open;
  }

  public int waiting() {
    return waiting.size();
  }

  public Optional<Conversation> longestWaiting() {
    return Optional.ofNullable(waiting.peekFirst());
  }

  long nextArrival(long after) {
    return spec.arrivals().next(after, arrivals);
  }

  void enter(Conversation conversation) {
    waiting.addLast(conversation);
  }

  void leave(Conversation conversation) {
    waiting.remove(conversation);
  }

  void close() {
    open = false;
  }
}
