package io.kpiwidget.chromium;

import io.kpiwidget.chromium.bundle.Installer;
import io.kpiwidget.chromium.bundle.Natives;
import io.kpiwidget.chromium.link.Entry;
import io.kpiwidget.chromium.link.Link;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The browser process: one Chromium, a page for each panel. It talks over its standard input and
 * output, ends when its input does, and is started in the bundle's folder: Chromium looks there
 * first for libraries.
 */
public final class BrowserProcess {

  private static final long PATIENCE_MILLIS = 1000;

  private final Link<ToBrowser, ToDesktop> link;
  private @Nullable Scratch scratch;
  private @Nullable Chromium chromium;
  private final Map<Integer, HostedPage> pages = new HashMap<>();

  private BrowserProcess(Link<ToBrowser, ToDesktop> link) {
    this.link = link;
  }

  public static void main(String[] args) {
    Link<ToBrowser, ToDesktop> link =
        Link.browserEnd(System.in, new FileOutputStream(FileDescriptor.out));
    // JCEF prints, and what is printed there would be among our packets
    System.setOut(System.err);
    BrowserProcess process = new BrowserProcess(link);
    if (args.length > 0 && args[0].equals(Entry.INSTALL)) {
      process.install(args);
    } else {
      process.run();
    }
  }

  private void install(String[] args) {
    Thread installing = Thread.currentThread();
    daemon("watchdog", () -> obey(installing));
    Natives natives = Natives.of(args[3], args[4]);
    Installer.run(Path.of(args[1]), Path.of(args[2]), natives, this::send);
  }

  /** An installer is told to stop, or its desktop ends. */
  private void obey(Thread installing) {
    try {
      for (var next = link.receive(); next.isPresent(); next = link.receive()) {
        if (next.get().message() instanceof ToBrowser.Cancel) {
          installing.interrupt();
        }
      }
    } catch (IOException desktopGone) {
      send(new ToDesktop.Console("debug", String.valueOf(desktopGone.getMessage())));
    }
    Runtime.getRuntime().halt(0);
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void run() {
    daemon("beat", this::beat);
    try {
      for (var next = link.receive(); next.isPresent(); next = link.receive()) {
        take(next.get());
      }
      end();
    } catch (Throwable fatal) { // the thread boundary: LinkageErrors of a broken bundle included
      send(StartFailure.of(fatal));
    } finally {
      // no shutdown hooks: Chromium's helpers end when this process is gone
      Runtime.getRuntime().halt(0);
    }
  }

  private void take(Link.Said<ToBrowser> said) throws IOException {
    HostedPage page = pages.get(said.page());
    if (said.message() instanceof ToBrowser.Open open) {
      open(said.page(), open);
    } else if (page != null && said.message() instanceof ToBrowser.Leave) {
      pages.remove(said.page());
      page.close();
    } else if (page != null) {
      page.take(said.message());
    }
  }

  private void open(int page, ToBrowser.Open open) throws IOException {
    Chromium running = chromium == null ? start(open) : chromium;
    Scratch ours = Objects.requireNonNull(scratch);
    pages.put(page, HostedPage.open(running, ours, open, message -> send(page, message)));
    send(page, new ToDesktop.Started(ProcessHandle.current().pid(), running.version()));
  }

  private Chromium start(ToBrowser.Open open) throws IOException {
    StartFailure.checkDisplay();
    Scratch ours = Scratch.open(Path.of(open.scratchDir()));
    scratch = ours;
    DeadEnd deadEnd = DeadEnd.around(open.frameOrigins(), ProxySelector.getDefault());
    Chromium started = Chromium.start(Path.of("").toAbsolutePath(), ours.profile(), deadEnd);
    chromium = started;
    return started;
  }

  private void send(ToDesktop message) {
    send(Link.PROCESS, message);
  }

  private void send(int page, ToDesktop message) {
    try {
      link.send(page, message);
    } catch (IOException desktopGone) {
      // then the input has ended, too, and run() ends
      return;
    }
  }

  private void end() throws InterruptedException {
    daemon("watchdog", this::haltLater);
    pages.values().forEach(HostedPage::close);
    for (HostedPage page : pages.values()) {
      page.awaitClosed(PATIENCE_MILLIS / pages.size());
    }
    if (chromium != null) {
      chromium.end(PATIENCE_MILLIS);
    }
    Optional.ofNullable(scratch).ifPresent(Scratch::delete);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, "kpi-widget-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** From a thread that nothing holds up: a page may stand still for reasons of its own. */
  private void beat() {
    do {
      send(new ToDesktop.Alive());
    } while (slept(Entry.BEAT.toMillis()));
  }

  private void haltLater() {
    if (slept(2 * PATIENCE_MILLIS)) {
      Runtime.getRuntime().halt(1);
    }
  }

  private static boolean slept(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
