package io.kpiwidget.host;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What plugins in test jars say; they see this class because the contract's package is shared. */
public final class Heard {

  private static final List<String> lines = new CopyOnWriteArrayList<>();

  private static volatile CountDownLatch gate = new CountDownLatch(0);

  private Heard() {}

  /** From now on plugins wait at the gate; the answer opens it. */
  static Runnable shutGate() {
    CountDownLatch latch = new CountDownLatch(1);
    gate = latch;
    return latch::countDown;
  }

  /** Whether the gate was opened while the plugin waited; not for ever. */
  public static boolean passGate() throws InterruptedException {
    return gate.await(10, TimeUnit.SECONDS);
  }

  public static void say(Object line) {
    lines.add(String.valueOf(line));
  }

  /** Everything since the last call. */
  static List<String> all() {
    List<String> all = List.copyOf(lines);
    lines.clear();
    return all;
  }
}
