package io.kpiwidget.desktop;

import io.kpiwidget.desktop.agents.Account;
import io.kpiwidget.desktop.agents.Activity;
import io.kpiwidget.host.Notice;
import io.kpiwidget.host.PluginHost;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of one desktop. One thread, so that "start" comes before "session" without a lock.
 */
final class Plugins implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Plugins.class);
  private static final int PATIENCE_SECONDS = 5;

  private final PluginDesk desk;
  private final Path folder;
  private final ScheduledExecutorService thread = Background.one("desktop-plugins");
  private Optional<PluginHost> host = Optional.empty();
  private Optional<Account> account = Optional.empty();
  private Optional<Activity> activity = Optional.empty();

  Plugins(PluginDesk desk, Path folder) {
    this.desk = desk;
    this.folder = folder;
  }

  /** Loads and starts them. Returns at once. */
  void start() {
    thread.execute(this::startNow);
  }

  private void startNow() {
    desk.loading();
    try {
      host = Optional.of(PluginHost.start(desk, folder));
    } catch (RuntimeException e) {
      log.error("plugins could not be started from {}", folder, e);
      desk.notice(
          new Notice(
              Notice.Level.WARNING,
              null,
              "Plugins could not be started.",
              "See the log of the desktop."));
    }
  }

  /** Tells them who is signed in. Returns at once. */
  void session(Optional<Account> next) {
    thread.execute(
        () -> {
          account = next;
          activity = activity.filter(last -> next.isPresent());
          tell();
        });
  }

  /** Tells them what the agent does. Returns at once. */
  void doing(Activity now) {
    thread.execute(
        () -> {
          activity = Optional.of(now);
          tell();
        });
  }

  private void tell() {
    host.ifPresent(h -> h.session(account.map(who -> who.session(activity)).orElse(null)));
  }

  /** Tells them that the agent has ended a conversation. Returns at once. */
  void conversationEnded() {
    thread.execute(() -> host.ifPresent(PluginHost::conversationEnded));
  }

  /** Reads a plugin's jar again and runs it. Blocks until it runs; false when it does not. */
  boolean reload(String pluginId) throws InterruptedException {
    try {
      return thread.submit(() -> host.map(h -> h.reload(pluginId)).orElse(false)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Stops them. Blocks for some seconds at most; not for the EDT. */
  @Override
  public void close() {
    thread.execute(() -> host.ifPresent(PluginHost::close));
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("plugins did not stop within {} s", PATIENCE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
