package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.Entry;
import io.kpiwidget.chromium.link.Link;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The browser process. It talks over its standard input and output, ends when its input does, and
 * is started in the bundle's folder: Chromium looks there first for libraries.
 */
public final class BrowserProcess {

  private static final long PATIENCE_MILLIS = 1000;

  private final Link<ToBrowser, ToDesktop> link;
  private @Nullable Scratch scratch;
  private @Nullable Chromium chromium;
  private @Nullable HostedPage page;

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
    Thread desktop = new Thread(this::endWithDesktop, "kpi-widget-watchdog");
    desktop.setDaemon(true);
    desktop.start();
    Optional<Path> configured = Optional.of(args[3]).filter(path -> !path.isEmpty()).map(Path::of);
    Installer.run(Path.of(args[1]), Path.of(args[2]), configured, this::send);
  }

  private void endWithDesktop() {
    try {
      // an installer takes no messages, it only waits for the end
      var message = link.receive();
      while (message.isPresent()) {
        message = link.receive();
      }
    } catch (IOException desktopGone) {
      send(new ToDesktop.Console("debug", String.valueOf(desktopGone.getMessage())));
    }
    Runtime.getRuntime().halt(0);
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void run() {
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

  private void take(ToBrowser message) throws IOException {
    if (message instanceof ToBrowser.Open open) {
      open(open);
    } else if (page != null) {
      page.take(message);
    }
  }

  private void open(ToBrowser.Open open) throws IOException {
    StartFailure.checkDisplay();
    Scratch ours = Scratch.open(Path.of(open.scratchDir()));
    scratch = ours;
    DeadEnd deadEnd = DeadEnd.around(open.frameOrigins(), ProxySelector.getDefault());
    Chromium started = Chromium.start(Path.of("").toAbsolutePath(), ours.profile(), deadEnd);
    chromium = started;
    page = HostedPage.open(started, ours, open, this::send);
    send(new ToDesktop.Started(ProcessHandle.current().pid(), started.version()));
  }

  private void send(ToDesktop message) {
    try {
      link.send(message);
    } catch (IOException desktopGone) {
      // then the input has ended, too, and run() ends
      return;
    }
  }

  private void end() throws InterruptedException {
    Thread watchdog = new Thread(this::haltLater, "kpi-widget-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    if (page != null) {
      page.close(PATIENCE_MILLIS);
    }
    if (chromium != null) {
      chromium.end(PATIENCE_MILLIS);
    }
    Optional.ofNullable(scratch).ifPresent(Scratch::delete);
  }

  private void haltLater() {
    try {
      Thread.sleep(2 * PATIENCE_MILLIS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
