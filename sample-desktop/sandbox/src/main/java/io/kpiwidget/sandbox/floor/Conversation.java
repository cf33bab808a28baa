package io.kpiwidget.sandbox.floor;

import org.jspecify.annotations.Nullable;

/**
 * The raw record of one conversation; moments in simulated epoch milliseconds, {@link #NEVER} until
 * they happen. Guarded by the floor's lock.
 */
public final class Conversation {
  public static final long NEVER = Long.MAX_VALUE;

  private final String queue;
  private final long startedAt;
  private @Nullable String agent;
  private long answeredAt = NEVER;
  private long abandonedAt = NEVER;
  private long talkEndedAt = NEVER;
  private long handledAt = NEVER;
  private long heldMillis;
  private boolean transferred;

  Conversation(String queue, long startedAt) {
    this.queue = queue;
    this.startedAt = startedAt;
  }

  void answer(String by, long at) {
    agent = by;
    answeredAt = at;
  }

  void abandon(long at) {
    abandonedAt = at;
  }

  void endTalk(long at, long held, boolean passedOn) {
    talkEndedAt = at;
    heldMillis = held;
    transferred = passedOn;
  }

  void endHandling(long at) {
    handledAt = at;
  }

  public String queue() {
    return queue;
  }

  public @Nullable String agent() {
    return agent;
  }

  public long startedAt() {
    return startedAt;
  }

  public long answeredAt() {
    return answeredAt;
  }

  public long abandonedAt() {
    return abandonedAt;
  }

  public long talkEndedAt() {
    return talkEndedAt;
  }

  /** The end of after-call work. */
  public long handledAt() {
    return handledAt;
  }

  public long heldMillis() {
    return heldMillis;
  }

  /** Whether the agent passed it to another queue when the talk ended. */
  public boolean transferred() {
    return transferred;
  }

  boolean endedBefore(long moment) {
    return handledAt < moment || abandonedAt < moment;
  }

  boolean over() {
    return answeredAt != NEVER || abandonedAt != NEVER;
  }
}
