package io.kpiwidget.engine.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when a test says so, and threads that run when it does. */
final class VirtualThreads implements Threads {

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
  private Instant wall;
  private long nanos = 1_000_000_000L;
  private long order;
  private boolean closed;

  private record Task(long due, long order, Runnable work) {}

  VirtualThreads(Instant start) {
    wall = start;
  }

  /** Runs all that is due, then passes time step by step. */
  void advance(Duration duration) {
    long end = nanos + duration.toNanos();
    while (!closed && !tasks.isEmpty() && tasks.peek().due() <= end) {
      var task = tasks.poll();
      pass(Math.max(0, task.due() - nanos));
      task.work().run();
    }
    pass(end - nanos);
  }

  void settle() {
    advance(Duration.ZERO);
  }

  /** The machine sleeps, or its clock is set: only the wall clock moves. */
  void sleep(Duration by) {
    wall = wall.plus(by);
  }

  /** Somebody waits: time goes by, and what is due meanwhile is late. */
  void hold(Duration by) {
    pass(by.toNanos());
  }

  private void pass(long by) {
    nanos += by;
    wall = wall.plusNanos(by);
  }

  long nanos() {
    return nanos;
  }

  Clock clock() {
    InstantSource hand = () -> wall;
    return hand.withZone(ZoneOffset.UTC);
  }

  @Override
  public void feed(Runnable task) {
    later(Duration.ZERO, task);
  }

  @Override
  public Runnable later(Duration delay, Runnable task) {
    var scheduled = new Task(nanos + delay.toNanos(), order++, task);
    tasks.add(scheduled);
    return () -> tasks.remove(scheduled);
  }

  @Override
  public void widgets(int count) {}

  // inline: a round that waits for a token must find it there
  @Override
  public void background(Runnable task) {
    task.run();
  }

  @Override
  public void close() {
    closed = true;
    tasks.clear();
  }

  boolean isClosed() {
    return closed;
  }
}
