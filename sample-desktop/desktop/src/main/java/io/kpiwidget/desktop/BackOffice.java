package io.kpiwidget.desktop;

import io.kpiwidget.desktop.agents.ControlPort;
import io.kpiwidget.desktop.agents.QueueRef;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contact centre's answers, fetched in the background. Every method returns at once; the
 * listener is called on the thread of {@code network}, which the owner stops.
 */
final class BackOffice {

  private static final Logger log = LoggerFactory.getLogger(BackOffice.class);

  private final ControlPort port;
  private final ScheduledExecutorService network;
  private final Duration askAgain;
  private final Listener listener;

  /** Told what came of it. */
  interface Listener {
    void queues(List<QueueRef> queues);

    void moved(String agentId, QueueRef from, QueueRef to);

    void warn(String text, String nextStep);
  }

  BackOffice(
      ControlPort port, ScheduledExecutorService network, Duration askAgain, Listener listener) {
    this.port = port;
    this.network = network;
    this.askAgain = askAgain;
    this.listener = listener;
  }

  /** Fetches the queues; asks again until there is an answer, and complains once. */
  void learnQueues() {
    network.execute(() -> learnQueues(true));
  }

  private void learnQueues(boolean first) {
    try {
      listener.queues(port.queues());
    } catch (IOException e) {
      log.debug("queues stay unknown for now", e);
      if (first) {
        listener.warn(
            "The contact centre does not answer.", "Names of queues follow when it does.");
      }
      var unused =
          network.schedule(() -> learnQueues(false), askAgain.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the agent out of one queue and into another. */
  void move(String agentId, QueueRef from, QueueRef to) {
    network.execute(() -> moveNow(agentId, from, to));
  }

  private void moveNow(String agentId, QueueRef from, QueueRef to) {
    try {
      port.move(agentId, from.id(), to.id());
      listener.moved(agentId, from, to);
    } catch (IOException e) {
      log.debug("no transfer from {} to {}", from.id(), to.id(), e);
      listener.warn(
          "The transfer to " + to.name() + " failed.", "You still serve " + from.name() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
