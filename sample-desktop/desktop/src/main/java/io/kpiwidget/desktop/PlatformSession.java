package io.kpiwidget.desktop;

import io.kpiwidget.desktop.agents.ControlPort;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signed-in agent's own session at the contact centre, and its token. Everything happens on the
 * one thread of {@code network}, so that the end of one session comes before the next.
 */
final class PlatformSession implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PlatformSession.class);
  private static final int PATIENCE_SECONDS = 10;
  private static final int FAREWELL_SECONDS = 2;

  private final ControlPort port;
  private final ScheduledExecutorService network;
  private Optional<String> agent = Optional.empty();
  private Optional<String> token = Optional.empty();

  PlatformSession(ControlPort port, ScheduledExecutorService network) {
    this.port = port;
    this.network = network;
  }

  /** Somebody else is signed in, or nobody. Returns at once. */
  void of(Optional<String> next) {
    network.execute(() -> become(next));
  }

  /**
   * The token while {@code agentId} is signed in, else empty. Blocks; an exception means that there
   * is none yet.
   */
  Optional<String> token(String agentId) throws IOException, InterruptedException {
    try {
      return network.submit(() -> tokenNow(agentId)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      throw new IOException("the contact centre gave no session", e);
    }
  }

  private void become(Optional<String> next) {
    if (!agent.equals(next)) {
      token.ifPresent(gone -> end());
      token = Optional.empty();
      agent = next;
      next.ifPresent(this::open);
    }
  }

  private void open(String agentId) {
    try {
      var unused = tokenNow(agentId);
    } catch (IOException e) {
      log.debug("no session for now; a plugin that asks for it makes another attempt", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<String> tokenNow(String agentId) throws IOException, InterruptedException {
    if (!agent.equals(Optional.of(agentId))) {
      return Optional.empty();
    }
    if (token.isEmpty()) {
      token = Optional.of(port.openSession(agentId));
    }
    return token;
  }

  private void end() {
    try {
      port.endSession(agent.orElseThrow());
    } catch (IOException e) {
      log.debug("the session was not ended in so many words", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Signs out. Blocks for two seconds at most. */
  @Override
  public void close() {
    try {
      network.submit(() -> become(Optional.empty())).get(FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      log.debug("the desktop ends before its session", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
