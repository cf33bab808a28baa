package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.bundle.Bundle;
import io.kpiwidget.chromium.link.Entry;
import io.kpiwidget.chromium.link.Link;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import io.kpiwidget.engine.platform.SafeLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Keeps one browser process running for its pages: installs its files, starts it, opens a page for
 * each view, starts again within a budget. What a page suffers is that page's alone, what the
 * process suffers is told to all. Ends with its last page. Everything happens on one thread of its
 * own.
 */
final class Supervisor implements BrowserChild.Ear {

  private static final Logger log = SafeLog.of(Supervisor.class);

  private static final Duration START_PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAGE_PATIENCE = Duration.ofSeconds(15);
  private static final Duration END_PATIENCE = Duration.ofSeconds(3);

  private final LaunchPlan plan;
  private final BrowserThread thread = new BrowserThread();
  private final RestartBudget budget = new RestartBudget();

  /** Those who want a page, whether there is a process for it or not. */
  private final List<Page> pages = new CopyOnWriteArrayList<>();

  /** The same by their present numbers, which are never used again. Read by any thread. */
  private final Map<Integer, Page> numbered = new ConcurrentHashMap<>();

  private @Nullable BrowserChild child;
  private Heartbeat heart = new Heartbeat();
  private Optional<Future<?>> watchdog = Optional.empty();
  private Optional<Path> installed = Optional.empty();
  private @Nullable Trouble trouble;
  private int numbers = Link.PROCESS;
  private boolean serves;
  private boolean beats;
  private boolean closed;

  Supervisor(LaunchPlan plan) {
    this.plan = plan;
    var unusedBeat = thread.every(Entry.BEAT, this::listen);
    var unusedPageBeat = thread.every(Entry.PAGE_BEAT, this::listenToPages);
  }

  /** Any thread, returns at once; not after {@link #leave} has told of the last page. */
  void open(Page page) {
    pages.add(page);
    thread.later(() -> welcome(page));
  }

  private void welcome(Page page) {
    BrowserChild present = child;
    if (present == null) {
      launch();
    } else {
      page.tell(starting());
      openIfServed(page);
    }
  }

  private static BrowserState starting() {
    return new BrowserState.Starting("Starting the browser", -1);
  }

  /** True when it was the last page: then the process ends. Any thread, returns at once. */
  boolean leave(Page page) {
    pages.remove(page);
    boolean last = pages.isEmpty();
    thread.later(() -> close(page));
    if (last) {
      thread.later(this::close);
    }
    return last;
  }

  /** Once more, after it was given up. */
  void restart(Page page) {
    thread.later(
        () -> {
          page.budget.clear();
          if (child == null) {
            budget.clear();
          }
          if (page.line().isEmpty()) {
            welcome(page);
          }
        });
  }

  void push(Page page, ToBrowser.Push event) {
    thread.later(
        () -> {
          page.known.event(event);
          page.send(event);
        });
  }

  void authorize(Page page, ToBrowser.Authorize token) {
    thread.later(
        () -> {
          page.known.token(token);
          page.send(token);
        });
  }

  void showing(Page page, ToBrowser.Show now) {
    thread.later(() -> sendIf(page.known.showing(now), page, now));
  }

  /** Nothing where Chromium runs already. */
  void cancelInstall() {
    thread.later(
        () -> {
          BrowserChild present = child;
          if (present != null && !serves) {
            present.send(Link.PROCESS, new ToBrowser.Cancel());
          }
        });
  }

  void resize(Page page, ToBrowser.Resize now) {
    thread.later(() -> sendIf(page.known.size(now), page, now));
  }

  private static void sendIf(boolean news, Page page, ToBrowser message) {
    if (news) {
      page.send(message);
    }
  }

  private void close() {
    closed = true;
    cancelWatchdog();
    BrowserChild last = child;
    if (last == null) {
      thread.stop();
    } else {
      last.hangUp();
      watchdog = Optional.of(thread.later(END_PATIENCE, last::kill));
    }
  }

  private void launch() {
    if (closed || child != null) {
      return;
    }
    tell(starting());
    if (!Files.isExecutable(plan.launcher())) {
      giveUp(Trouble.of("launcher-missing", plan.launcher().toString()));
      return;
    }
    Optional<Path> ready =
        Bundle.of(plan.dataDir()).flatMap(bundle -> bundle.ready(plan.natives()));
    if (ready.isPresent()) {
      launchBrowser(ready.get());
    } else {
      run(plan.installer());
    }
  }

  private void launchBrowser(Path bundle) {
    serves = run(plan.browser(bundle));
    pages.forEach(this::openIfServed);
  }

  /** Opens the page where there is a process and it has none. */
  private void openIfServed(Page page) {
    BrowserChild present = child;
    if (serves && present != null && page.line().isEmpty() && pages.contains(page)) {
      int number = ++numbers;
      numbered.put(number, page);
      page.open(present, number, plan.scratch());
      page.expect(thread.later(START_PATIENCE, () -> fail(Trouble.of("start-silent", ""))));
    }
  }

  private boolean run(ProcessBuilder builder) {
    beats = false;
    trouble = null;
    heart = new Heartbeat();
    try {
      Files.createDirectories(plan.scratch());
      child = BrowserChild.start(builder, this);
      return true;
    } catch (IOException failure) {
      giveUp(Trouble.of("start-failed", String.valueOf(failure.getMessage())));
      return false;
    }
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

  /** Leaves the page for {@code reason}, and opens another in its place within its budget. */
  private void fail(Page page, Trouble reason) {
    close(page);
    Optional<Duration> pause = page.pause(reason);
    log.info("page gone: {}; opened again in {}", reason.code(), pause);
    page.tell(reason.gone(pause.isPresent()));
    pause.ifPresent(
        wait -> {
          var unused = thread.later(wait, () -> openIfServed(page));
        });
  }

  private void close(Page page) {
    page.send(new ToBrowser.Leave());
    left(page);
  }

  private void left(Page page) {
    page.line().ifPresent(line -> numbered.remove(line.page()));
    page.left();
  }

  private void listen() {
    if (beats && child != null && heart.silent()) {
      fail(Trouble.of("child-silent", ""));
    }
  }

  private void listenToPages() {
    List<Page> silent = pages.stream().filter(Page::silent).toList();
    if (silent.stream().allMatch(page -> othersSpeak(page, silent))) {
      silent.forEach(page -> fail(page, Trouble.of("page-silent", "")));
    } else {
      fail(Trouble.of("page-silent", ""));
    }
  }

  /** A page that is silent alone is to blame; where none speaks, it is Chromium. */
  private boolean othersSpeak(Page page, List<Page> silent) {
    return pages.stream()
        .anyMatch(other -> other != page && other.speaks() && !silent.contains(other));
  }

  private void neverSpoke(Page page) {
    if (othersSpeak(page, List.of())) {
      fail(page, Trouble.of("page-silent", ""));
    } else {
      fail(Trouble.of("page-silent", ""));
    }
  }

  @Override
  public void message(BrowserChild from, int number, ToDesktop message) {
    Page page = numbered.get(number);
    if (number == Link.PROCESS) {
      thread.later(() -> take(from, message));
    } else if (page == null) {
      log.debug("from a page that was left: {}", message);
    } else if (!showed(page, number, message)) {
      thread.later(() -> take(page, number, message));
    } else if (message instanceof ToDesktop.Frame) {
      thread.later(() -> paintedBy(page, number));
    }
  }

  /** On the reading thread. True for what is for the screen. */
  private boolean showed(Page page, int number, ToDesktop message) {
    try {
      Optional<PageLine> line = page.line().filter(open -> open.page() == number);
      return line.isPresent() && line.get().showed(message);
    } catch (IOException failure) {
      Trouble why = Trouble.of("start-failed", String.valueOf(failure.getMessage()));
      thread.later(() -> fail(why));
      return true;
    }
  }

  private void paintedBy(Page page, int number) {
    if (numbered.get(number) == page) {
      page.painted();
    }
  }

  private void take(Page page, int number, ToDesktop message) {
    if (numbered.get(number) != page) {
      return;
    }
    if (message instanceof ToDesktop.Posted posted) {
      page.posted(posted);
    } else if (message instanceof ToDesktop.Started started) {
      page.started(started.version());
      page.expect(thread.later(PAGE_PATIENCE, () -> neverSpoke(page)));
    } else if (message instanceof ToDesktop.Alive) {
      page.alive();
    } else if (message instanceof ToDesktop.Refused refused) {
      page.refused(refused.kind());
    } else if (message instanceof ToDesktop.Failed failed) {
      fail(page, Trouble.of(failed.code(), failed.detail()));
    } else {
      log.debug("page {}: {}", number, message);
    }
  }

  private void take(BrowserChild from, ToDesktop message) {
    if (from != child || closed) {
      return;
    }
    if (message instanceof ToDesktop.Alive) {
      beats = true;
      heart.beat();
    } else if (message instanceof ToDesktop.Progress progress) {
      tell(new BrowserState.Starting(progress.step(), progress.fraction()));
    } else if (message instanceof ToDesktop.Installed done) {
      installed = Optional.of(Path.of(done.folder()));
    } else if (message instanceof ToDesktop.Failed failed) {
      fail(Trouble.of(failed.code(), failed.detail()));
    } else {
      log.debug("browser process {}: {}", from.pid(), message);
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
    serves = false;
    Optional<Path> folder = installed;
    installed = Optional.empty();
    pages.forEach(this::left);
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
    pages.forEach(page -> page.tell(state));
  }
}
