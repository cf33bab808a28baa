package io.kpiwidget.desktop.conversation;

import java.util.List;
import java.util.Random;

/** The chances of a contact centre, seeded: who calls next, when, about what and for how long. */
final class CallPlan {

  private static final List<String> TOPICS =
      List.of(
          "Delivery is late",
          "Invoice question",
          "Return of an item",
          "Warranty claim",
          "Change of address",
          "Order status",
          "Payment by instalments",
          "Installation appointment");

  private final Random random;
  private final List<Customer> callers;
  private int next;

  CallPlan(long seed, List<Customer> callers) {
    this.random = new Random(seed);
    this.callers = callers;
  }

  /** Seconds an available agent waits for a call. */
  long gap() {
    return between(4, 20);
  }

  /** Seconds a customer stays on the line. */
  long talk() {
    return between(90, 300);
  }

  /** Callers come in their order, so that a short run shows different people. */
  Customer caller() {
    return callers.get(next++ % callers.size());
  }

  String topic() {
    return pick(TOPICS);
  }

  String queue(List<String> queues) {
    return queues.isEmpty() ? "Direct" : pick(queues);
  }

  Media media() {
    return pick(List.of(Media.CHAT, Media.EMAIL, Media.VOICE));
  }

  /** Seconds a conversation of this morning took. */
  long earlier() {
    return between(45, 420);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private long between(int low, int high) {
    return (long) low + random.nextInt(high - low + 1);
  }
}
