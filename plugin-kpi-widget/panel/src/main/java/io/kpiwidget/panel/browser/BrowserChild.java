package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.link.Link;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import io.kpiwidget.engine.platform.SafeLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;

/** One running browser process. It has threads of its own, so nobody else waits for its pipes. */
final class BrowserChild {

  private static final Logger log = SafeLog.of(BrowserChild.class);

  /** A process that stopped reading must not fill the desktop's memory. */
  private static final int BACKLOG = 4096;

  private static final long LAST_WORDS_MILLIS = 200;

  /** What the process says; on its threads. */
  interface Ear {

    void message(BrowserChild from, int page, ToDesktop message);

    /** Once, after the process is gone. */
    void ended(BrowserChild which, int exitCode);
  }

  private final Process process;
  private final Link<ToDesktop, ToBrowser> link;
  private final Ear ear;
  private final BlockingQueue<Optional<Link.Said<ToBrowser>>> outbox =
      new LinkedBlockingQueue<>(BACKLOG);

  private BrowserChild(Process process, Ear ear) {
    this.process = process;
    this.ear = ear;
    this.link = Link.desktopEnd(process.getInputStream(), process.getOutputStream());
  }

  /** Starts the process. Takes some milliseconds; not for the EDT. */
  static BrowserChild start(ProcessBuilder builder, Ear ear) throws IOException {
    BrowserChild child = new BrowserChild(builder.start(), ear);
    thread("out", child::write);
    Thread reader = thread("in", child::read);
    thread("err", child::drain);
    thread("end", () -> child.await(reader));
    return child;
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, "kpi-widget-browser-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Any thread, returns at once. */
  void send(int page, ToBrowser message) {
    if (!outbox.offer(Optional.of(new Link.Said<>(page, message)))) {
      log.debug("browser process {} does not read; dropped {}", pid(), message);
    }
  }

  /** Ends the process's input, which ends the process. Any thread, returns at once. */
  void hangUp() {
    if (!outbox.offer(Optional.empty())) {
      kill();
    }
  }

  void kill() {
    process.destroyForcibly();
  }

  long pid() {
    return process.pid();
  }

  private void write() {
    try (var pipe = process.getOutputStream()) {
      for (var next = outbox.take(); next.isPresent(); next = outbox.take()) {
        link.send(next.get().page(), next.get().message());
      }
      pipe.flush();
    } catch (IOException gone) {
      log.debug("browser process {} took no more: {}", pid(), gone.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      for (var next = link.receive(); next.isPresent(); next = link.receive()) {
        ear.message(this, next.get().page(), next.get().message());
      }
    } catch (IOException gone) {
      log.debug("browser process {} said no more: {}", pid(), gone.getMessage());
    }
  }

  private void drain() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.debug("browser process {}: {}", pid(), line);
      }
    } catch (IOException gone) {
      log.debug("browser process {}: {}", pid(), gone.getMessage());
    }
  }

  private void await(Thread reader) {
    try {
      int code = process.waitFor();
      // its last words say why it ended; helpers may keep the pipe open, so not for long
      reader.join(LAST_WORDS_MILLIS);
      hangUp();
      ear.ended(this, code);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
