package io.kpiwidget.desktop.conversation;

/**
 * A conversation at one moment. {@code began} is the softphone's second at which the phase began,
 * {@code talked} the seconds on the line so far.
 */
public record Conversation(
    int number,
    Customer customer,
    String queue,
    String topic,
    Media media,
    Phase phase,
    long began,
    long talked) {

  Conversation enter(Phase next, long second) {
    long more = phase.onLine() ? second - began : 0;
    return new Conversation(number, customer, queue, topic, media, next, second, talked + more);
  }

  /** Seconds on the line up to {@code second}. */
  public long talkedAt(long second) {
    return phase.onLine() ? talked + second - began : talked;
  }
}
