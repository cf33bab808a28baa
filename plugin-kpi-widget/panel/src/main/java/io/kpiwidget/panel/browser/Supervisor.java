package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.bundle.Bundle;
import io.kpiwidget.chromium.link.Entry;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import io.kpiwidget.engine.platform.SafeLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Keeps a browser process running: installs its files, starts it, tells a new one what the old one
 * knew, starts again within a budget. Everything happens on one thread of its own.
 */
final class Supervisor implements BrowserChild.Ear {

  private static final Logger log = SafeLog.of(Supervisor.class);

  private static final Duration START_PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAGE_PATIENCE = Duration.ofSeconds(15);
  private static final Duration END_PATIENCE = Duration.ofSeconds(3);

  private final LaunchPlan plan;
  private final BrowserView.Listener listener;
  private final Picture picture;
  private final BrowserThread thread = new BrowserThread();
  private final RestartBudget budget = new RestartBudget();
  private final Known known = new Known();

  /** Read by any thread, to send input; written on our thread. */
  private volatile @Nullable BrowserChild child;

  private Heartbeat heart = new Heartbeat();
  private Optional<Future<?>> watchdog = Optional.empty();
  private Optional<Path> installed = Optional.empty();
  private @Nullable Trouble trouble;
  private String version = "";
  private boolean spoke;
  private boolean painted;
  private boolean closed;

  Supervisor(LaunchPlan plan, BrowserView.Listener listener, Picture picture) {
    this.plan = plan;
    this.listener = listener;
    this.picture = picture;
  }

  void start() {
    thread.later(this::launch);
    var unused = thread.every(Entry.BEAT, this::listen);
  }

  void restart() {
    thread.later(
        () -> {
          if (child == null) {
            budget.clear();
            launch();
          }
        });
  }

  void push(ToBrowser.Push event) {
    thread.later(
        () -> {
          known.event(event);
          send(event);
        });
  }

  void authorize(ToBrowser.Authorize token) {
    thread.later(
        () -> {
          known.token(token);
          send(token);
        });
  }

  void showing(ToBrowser.Show now) {
    thread.later(() -> sendIf(known.showing(now), now));
  }

  void resize(ToBrowser.Resize now) {
    thread.later(() -> sendIf(known.size(now), now));
  }

  private void sendIf(boolean news, ToBrowser message) {
    if (news) {
      send(message);
    }
  }

  /** Input of the agent. Any thread, returns at once. */
  void send(ToBrowser message) {
    BrowserChild present = child;
    if (present != null) {
      present.send(message);
    }
  }

  void close() {
    thread.later(
        () -> {
          closed = true;
          cancelWatchdog();
          BrowserChild last = child;
          if (last == null) {
            thread.stop();
          } else {
            last.hangUp();
            watchdog = Optional.of(thread.later(END_PATIENCE, last::kill));
          }
        });
  }

  private void launch() {
    if (closed || child != null) {
      return;
    }
    tell(new BrowserState.Starting("Starting the browser", -1));
    if (!Files.isExecutable(plan.settings().launcher())) {
      giveUp(Trouble.of("launcher-missing", plan.settings().launcher().toString()));
      return;
    }
    Optional<Path> ready = ready();
    if (ready.isPresent()) {
      launchBrowser(ready.get());
    } else {
      run(plan.installer());
    }
  }

  private void launchBrowser(Path bundle) {
    run(plan.browser(bundle));
    known.greeting(plan).forEach(this::send);
    expect(START_PATIENCE, "start-silent");
  }

  private Optional<Path> ready() {
    BrowserView.Settings settings = plan.settings();
    return Bundle.of(settings.dataDir()).flatMap(bundle -> bundle.ready(settings.natives()));
  }

  private void run(ProcessBuilder builder) {
    spoke = false;
    painted = false;
    trouble = null;
    heart = new Heartbeat();
    try {
      Files.createDirectories(plan.scratch());
      child = BrowserChild.start(builder, this);
    } catch (IOException failure) {
      giveUp(Trouble.of("start-failed", String.valueOf(failure.getMessage())));
    }
  }

  private void expect(Duration patience, String otherwise) {
    cancelWatchdog();
    watchdog = Optional.of(thread.later(patience, () -> fail(Trouble.of(otherwise, ""))));
  }

  private void cancelWatchdog() {
    watchdog.ifPresent(check -> check.cancel(false));
  }

  /** Ends the process for {@code reason}; what follows is decided when it has ended. */
  private void fail(Trouble reason) {
    trouble = reason;
    BrowserChild present = child;
    if (present != null) {
      present.kill();
    }
  }

  private void listen() {
    if (spoke && child != null && heart.silent()) {
      fail(Trouble.of("child-silent", ""));
    }
  }

  @Override
  public void message(BrowserChild from, ToDesktop message) {
    try {
      if (!from.showed(message, picture)) {
        thread.later(() -> take(from, message));
      }
    } catch (IOException failure) {
      thread.later(() -> fail(Trouble.of("start-failed", String.valueOf(failure.getMessage()))));
    }
    if (message instanceof ToDesktop.Frame) {
      thread.later(() -> paintedBy(from));
    }
  }

  private void take(BrowserChild from, ToDesktop message) {
    if (from != child || closed) {
      return;
    }
    if (message instanceof ToDesktop.Posted posted) {
      posted(posted.json());
    } else if (message instanceof ToDesktop.Started started) {
      version = started.version();
      expect(PAGE_PATIENCE, "page-silent");
    } else if (message instanceof ToDesktop.Progress progress) {
      tell(new BrowserState.Starting(progress.step(), progress.fraction()));
    } else if (message instanceof ToDesktop.Installed done) {
      installed = Optional.of(Path.of(done.folder()));
    } else if (message instanceof ToDesktop.Alive) {
      heart.beat();
    } else if (message instanceof ToDesktop.Refused refused) {
      listener.refused(refused.kind());
    } else if (message instanceof ToDesktop.Failed failed) {
      fail(Trouble.of(failed.code(), failed.detail()));
    } else {
      log.debug("browser process {}: {}", from.pid(), message);
    }
  }

  private void posted(String json) {
    if (!spoke) {
      cancelWatchdog();
      spoke = true;
      runningWhenReady();
    }
    heart.beat();
    listener.message(json);
  }

  private void paintedBy(BrowserChild from) {
    if (from == child && !painted && !closed) {
      painted = true;
      runningWhenReady();
    }
  }

  private void runningWhenReady() {
    BrowserChild present = child;
    if (spoke && painted && present != null) {
      tell(new BrowserState.Running(present.pid(), version));
    }
  }

  @Override
  public void ended(BrowserChild which, int exitCode) {
    thread.later(() -> gone(which, exitCode));
  }

  private void gone(BrowserChild which, int exitCode) {
    if (which != child) {
      return;
    }
    cancelWatchdog();
    child = null;
    Optional<Path> folder = installed;
    installed = Optional.empty();
    picture.ended();
    if (closed) {
      thread.stop();
    } else if (folder.isPresent()) {
      launchBrowser(folder.get());
    } else {
      recover(trouble == null ? Trouble.of("child-crashed", "code " + exitCode) : trouble);
    }
  }

  private void recover(Trouble reason) {
    Optional<Duration> pause = reason.lasting() ? Optional.empty() : budget.next(System.nanoTime());
    log.info("browser process gone: {}; next start in {}", reason.code(), pause);
    tell(reason.gone(pause.isPresent()));
    watchdog = pause.map(wait -> thread.later(wait, this::launch));
  }

  private void giveUp(Trouble reason) {
    tell(reason.gone(false));
  }

  private void tell(BrowserState state) {
    listener.state(state);
  }
}
