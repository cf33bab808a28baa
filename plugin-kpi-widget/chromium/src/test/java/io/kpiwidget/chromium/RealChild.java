package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.bundle.Bundle;
import io.kpiwidget.chromium.bundle.Installer;
import io.kpiwidget.chromium.bundle.Natives;
import io.kpiwidget.chromium.link.Entry;
import io.kpiwidget.chromium.link.FrameFile;
import io.kpiwidget.chromium.link.Link;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A browser process as the desktop starts it, with real Chromium, driven by a test. */
final class RealChild implements AutoCloseable {

  private static final Map<String, String> REFUSAL =
      Map.of("Content-Security-Policy", "sandbox", "Content-Type", "text/html");

  static final String ORIGIN = "https://kpi-host.invalid";

  /** Runs the script in each "run" event once, and posts what it gives. */
  static final String PAGE =
      """
      <!doctype html><meta charset="utf-8"><body style="margin:0;background:#102030"><script>
      const post = value => fetch('/api/page', {method: 'POST', body: JSON.stringify(value)});
      const events = new EventSource('/api/events');
      events.onmessage = async event => {
        const message = JSON.parse(event.data);
        if (message.type !== 'run') return post({heard: message});
        if (message.id <= Number(sessionStorage.last || 0)) return;
        sessionStorage.last = message.id;
        const run = (async () => {}).constructor;
        try {
          post({id: message.id, value: await new run(message.script)()});
        } catch (error) {
          post({id: message.id, error: String(error)});
        }
      };
      post({type: 'hello', scale: devicePixelRatio});
      </script>
      """;

  private static final int NUMBER = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Process process;
  private final Link<ToDesktop, ToBrowser> link;
  private final BlockingQueue<ToDesktop> arrived = new LinkedBlockingQueue<>();
  private final List<ToDesktop> seen = new ArrayList<>();
  private @Nullable FrameFile frames;
  private int[] pixels = new int[0];
  private int width;
  private int runs;
  private long tickets;

  private RealChild(Process process) {
    this.process = process;
    this.link = Link.desktopEnd(process.getInputStream(), process.getOutputStream());
    Thread reader = new Thread(this::read, "test-link");
    reader.setDaemon(true);
    reader.start();
  }

  static Path bundle() {
    Path data = Path.of(System.getProperty("chromium.data"));
    List<ToDesktop> said = new ArrayList<>();
    Installer.run(data, data, Natives.of(System.getProperty("chromium.natives"), ""), said::add);
    assertThat(said).last().isInstanceOf(ToDesktop.Installed.class);
    return Bundle.of(data).orElseThrow().folder();
  }

  static RealChild start() throws IOException {
    return start(builder());
  }

  static RealChild start(ProcessBuilder builder) throws IOException {
    return new RealChild(builder.start());
  }

  static ProcessBuilder builder() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-Djava.awt.headless=true",
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Entry.MAIN_CLASS)
        .directory(bundle().toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  RealChild open(Path scratch, String page, String... frameOrigins) throws IOException {
    return open(scratch, Map.of(), page, frameOrigins);
  }

  /** The same, with headers of the page, as a policy is. */
  RealChild open(Path scratch, Map<String, String> more, String page, String... frameOrigins)
      throws IOException {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", "text/html");
    var answer = new ToBrowser.StaticAnswer(headers, page);
    send(
        new ToBrowser.Open(
            new ToBrowser.Site(ORIGIN, Map.of("/index.html", answer), REFUSAL),
            List.of(frameOrigins),
            scratch.toString(),
            300,
            200,
            1));
    return this;
  }

  void send(ToBrowser message) throws IOException {
    link.send(NUMBER, message);
  }

  private void read() {
    try {
      for (var next = link.receive(); next.isPresent(); next = link.receive()) {
        arrived.add(next.get().message());
      }
    } catch (IOException gone) {
      arrived.add(new ToDesktop.Failed("test", String.valueOf(gone.getMessage())));
    }
  }

  /** The next message of the kind that fits; what came before it is kept in {@link #seen}. */
  <T extends ToDesktop> T await(Class<T> kind, Predicate<T> fits)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      ToDesktop message = arrived.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(message).as("a %s in time", kind.getSimpleName()).isNotNull();
      seen.add(message);
      take(message);
      if (kind.isInstance(message) && fits.test(kind.cast(message))) {
        return kind.cast(message);
      }
    }
  }

  <T extends ToDesktop> T await(Class<T> kind) throws IOException, InterruptedException {
    return await(kind, any -> true);
  }

  String posted(String part) throws IOException, InterruptedException {
    return await(ToDesktop.Posted.class, post -> post.json().contains(part)).json();
  }

  /** Waits for a refusal, which may have come before the answer to the script that caused it. */
  void refused(String kind) throws IOException, InterruptedException {
    ToDesktop refused = new ToDesktop.Refused(kind);
    if (!seen.contains(refused)) {
      await(ToDesktop.Refused.class, refused::equals);
    }
  }

  /** Runs {@code script} in the host page and answers the JSON of what it gave. */
  String run(String script) throws IOException, InterruptedException {
    runs++;
    String quoted = new com.google.gson.Gson().toJson(script);
    send(
        new ToBrowser.Push(
            "run", "{\"type\":\"run\",\"id\":" + runs + ",\"script\":" + quoted + "}"));
    return posted("{\"id\":" + runs);
  }

  private void take(ToDesktop message) throws IOException {
    if (message instanceof ToDesktop.Surface surface) {
      frames = FrameFile.open(Path.of(surface.path()), surface.slotBytes());
      send(new ToBrowser.Mapped());
    } else if (message instanceof ToDesktop.Frame frame && frames != null) {
      if (pixels.length != frame.width() * frame.height()) {
        pixels = new int[frame.width() * frame.height()];
        width = frame.width();
      }
      boolean whole = frames.read(frame.sequence(), pixels, width, frame.dirty());
      send(new ToBrowser.Copied(frame.sequence(), whole));
    }
  }

  /** Waits until the pixel has the colour. */
  void awaitPixel(int x, int y, int rgb) throws IOException, InterruptedException {
    while (pixels.length == 0 || pixel(x, y) != rgb) {
      await(ToDesktop.Frame.class);
    }
  }

  /** Waits for a frame of what the page shows from now on. */
  void painted() throws IOException, InterruptedException {
    long ticket = ++tickets;
    send(new ToBrowser.Paint(ticket));
    await(ToDesktop.Painted.class, painted -> painted.ticket() == ticket);
  }

  int pixel(int x, int y) {
    return argb(x, y) & 0xFFFFFF;
  }

  int argb(int x, int y) {
    return pixels[y * width + x];
  }

  void click(int x, int y, int button) throws IOException {
    int down = InputEvent.getMaskForButton(button);
    send(new ToBrowser.Mouse(MouseEvent.MOUSE_PRESSED, down, x, y, 1, button));
    send(new ToBrowser.Mouse(MouseEvent.MOUSE_RELEASED, 0, x, y, 1, button));
  }

  List<ToDesktop> seen() {
    return seen;
  }

  /** What the desktop's end does, or its death. */
  void hangUp() throws IOException {
    process.getOutputStream().close();
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
