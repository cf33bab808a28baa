package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.link.Bundle;
import io.kpiwidget.chromium.link.FrameFile;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a browser process running: installs its files, starts it, tells a new one what the old one
 * knew, starts again within a budget. Everything happens on one thread of its own.
 */
final class Supervisor implements BrowserChild.Ear {

  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

  private static final Duration START_PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAGE_PATIENCE = Duration.ofSeconds(15);
  private static final Duration END_PATIENCE = Duration.ofSeconds(3);

  private final LaunchPlan plan;
  private final BrowserView.Settings settings;
  private final BrowserView.Listener listener;
  private final Picture picture;
  private final ScheduledThreadPoolExecutor thread;
  private final RestartBudget budget = new RestartBudget();
  private final Map<String, ToBrowser.Push> events = new LinkedHashMap<>();
  private final Map<String, ToBrowser.Authorize> tokens = new LinkedHashMap<>();

  /** Read by any thread, to send input; written on our thread. */
  private volatile @Nullable BrowserChild child;

  private ToBrowser.Resize size = new ToBrowser.Resize(360, 640, 1);
  private boolean showing = true;
  private @Nullable Trouble trouble;
  private @Nullable ScheduledFuture<?> watchdog;
  private @Nullable Path installed;
  private String version = "";
  private boolean spoke;
  private boolean painted;
  private boolean closed;

  Supervisor(LaunchPlan plan, BrowserView.Listener listener, Picture picture) {
    this.plan = plan;
    this.settings = plan.settings();
    this.listener = listener;
    this.picture = picture;
    this.thread = new ScheduledThreadPoolExecutor(1, Supervisor::daemon);
    thread.setRemoveOnCancelPolicy(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "kpi-widget-browser");
    thread.setDaemon(true);
    return thread;
  }

  /** Any thread, returns at once; after close nothing happens. */
  private void later(Runnable work) {
    try {
      thread.execute(() -> guarded(work));
    } catch (RejectedExecutionException closedAlready) {
      log.trace("closed", closedAlready);
    }
  }

  private ScheduledFuture<?> later(Duration pause, Runnable work) {
    return thread.schedule(() -> guarded(work), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A listener that throws must not end the supervision. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      log.warn("the browser's supervision failed", bug);
    }
  }

  void start() {
    later(this::launch);
  }

  void restart() {
    later(
        () -> {
          if (child == null) {
            budget.clear();
            launch();
          }
        });
  }

  void push(String type, String json) {
    later(
        () -> {
          ToBrowser.Push event = new ToBrowser.Push(type, json);
          events.remove(type);
          events.put(type, event);
          send(event);
        });
  }

  void authorize(String origin, @Nullable String token) {
    later(
        () -> {
          ToBrowser.Authorize message = new ToBrowser.Authorize(origin, token);
          tokens.put(origin, message);
          send(message);
        });
  }

  void showing(boolean now) {
    later(
        () -> {
          if (showing != now) {
            showing = now;
            send(new ToBrowser.Show(now));
          }
        });
  }

  void resize(ToBrowser.Resize now) {
    later(
        () -> {
          if (!size.equals(now)) {
            size = now;
            send(now);
          }
        });
  }

  /** Input of the agent. Any thread, returns at once. */
  void send(ToBrowser message) {
    BrowserChild present = child;
    if (present != null) {
      present.send(message);
    }
  }

  void close() {
    later(
        () -> {
          closed = true;
          cancelWatchdog();
          BrowserChild last = child;
          if (last == null) {
            thread.shutdownNow();
          } else {
            last.hangUp();
            watchdog = later(END_PATIENCE, last::kill);
          }
        });
  }

  private void launch() {
    if (closed || child != null) {
      return;
    }
    tell(new BrowserState.Starting("Starting the browser", -1));
    if (!Files.isExecutable(settings.launcher())) {
      giveUp(Trouble.of("launcher-missing", settings.launcher().toString()));
      return;
    }
    Optional<Path> ready = Bundle.of(settings.dataDir()).flatMap(b -> b.ready(settings.bundle()));
    if (ready.isPresent()) {
      launchBrowser(ready.get());
    } else {
      run(plan.installer());
    }
  }

  private void launchBrowser(Path bundle) {
    run(plan.browser(bundle));
    send(
        new ToBrowser.Open(
            settings.hostOrigin(),
            settings.pages().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, page -> answer(page.getValue()))),
            settings.frameOrigins(),
            plan.scratch().toString(),
            size.width(),
            size.height(),
            size.scale()));
    tokens.values().forEach(this::send);
    if (!showing) {
      send(new ToBrowser.Show(false));
    }
    events.values().forEach(this::send);
    expect(START_PATIENCE, "start-silent");
  }

  private static ToBrowser.StaticAnswer answer(BrowserView.Answer page) {
    return new ToBrowser.StaticAnswer(page.headers(), page.body());
  }

  private void run(ProcessBuilder builder) {
    spoke = false;
    painted = false;
    trouble = null;
    try {
      Files.createDirectories(plan.scratch());
      child = BrowserChild.start(builder, this);
    } catch (IOException failure) {
      giveUp(Trouble.of("start-failed", String.valueOf(failure.getMessage())));
    }
  }

  private void expect(Duration patience, String otherwise) {
    cancelWatchdog();
    watchdog = later(patience, () -> fail(Trouble.of(otherwise, "")));
  }

  private void cancelWatchdog() {
    if (watchdog != null) {
      watchdog.cancel(false);
    }
  }

  /** Ends the process for {@code reason}; what follows is decided when it has ended. */
  private void fail(Trouble reason) {
    trouble = reason;
    BrowserChild present = child;
    if (present != null) {
      present.kill();
    }
  }

  @Override
  public void message(BrowserChild from, ToDesktop message) {
    if (message instanceof ToDesktop.Surface surface) {
      map(from, surface);
    } else if (message instanceof ToDesktop.Frame frame) {
      show(from, frame);
    } else if (message instanceof ToDesktop.Pointer pointer) {
      picture.pointer(pointer.cursor());
    } else if (message instanceof ToDesktop.FocusLeaves leaves) {
      picture.focusLeaves(leaves.forward());
    } else {
      later(() -> take(from, message));
    }
  }

  private void map(BrowserChild from, ToDesktop.Surface surface) {
    try {
      from.frames = FrameFile.open(Path.of(surface.path()), surface.slotBytes());
      from.send(new ToBrowser.Mapped());
    } catch (IOException failure) {
      later(() -> fail(Trouble.of("start-failed", String.valueOf(failure.getMessage()))));
    }
  }

  private void show(BrowserChild from, ToDesktop.Frame frame) {
    FrameFile file = from.frames;
    if (file != null) {
      picture.show(file, frame, whole -> from.send(new ToBrowser.Copied(frame.sequence(), whole)));
      later(() -> paintedBy(from));
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
      installed = Path.of(done.folder());
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
    later(() -> gone(which, exitCode));
  }

  private void gone(BrowserChild which, int exitCode) {
    if (which != child) {
      return;
    }
    cancelWatchdog();
    child = null;
    Path folder = installed;
    installed = null;
    if (closed) {
      thread.shutdownNow();
    } else if (folder != null) {
      launchBrowser(folder);
    } else {
      recover(trouble == null ? Trouble.of("child-crashed", "code " + exitCode) : trouble);
    }
  }

  private void recover(Trouble reason) {
    Optional<Duration> pause = reason.lasting() ? Optional.empty() : budget.next(System.nanoTime());
    log.info("browser process gone: {}; next start in {}", reason.code(), pause);
    tell(reason.gone(pause.isPresent()));
    watchdog = pause.map(wait -> later(wait, this::launch)).orElse(null);
  }

  private void giveUp(Trouble reason) {
    tell(reason.gone(false));
  }

  private void tell(BrowserState state) {
    listener.state(state);
  }
}
