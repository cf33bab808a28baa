package io.kpiwidget.engine.platform;

import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;
import okio.Buffer;

/** What Okio keeps of a call that has ended: it may be a secret of an agent who has left. */
final class Leftovers {

  /** As much as Okio keeps for a thread. */
  private static final byte[] NOTHING = new byte[64 * 1024];

  private Leftovers() {}

  /** Clears what the calling thread's last call left. Returns at once. */
  static void clear() {
    washBuffers();
    wakeWatchdog();
  }

  // Buffers are kept for the next call as they are, with what was sent from this thread.
  private static void washBuffers() {
    var all = new Buffer();
    all.write(NOTHING);
    all.clear();
  }

  // Okio's watchdog sleeps until the timeout it saw last would be over, though that was called off
  // long before, and its stack keeps the timeout, so the call, the connection and HTTP/2's table of
  // header values. A sooner timeout wakes it to look again.
  private static void wakeWatchdog() {
    var soonest = new AsyncTimeout();
    soonest.timeout(1, TimeUnit.NANOSECONDS);
    soonest.enter();
    soonest.exit();
  }
}
