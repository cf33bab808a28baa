package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.bundle.Natives;
import java.awt.BorderLayout;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The view in a real window, with a real browser process. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
final class BrowserViewTest {

  private static final String PAGE =
      """
      <!doctype html><body style="margin:0;background:#336699"><input id="field"><script>
      const post = value => fetch('/api/page', {method: 'POST', body: JSON.stringify(value)});
      const events = new EventSource('/api/events');
      events.onmessage = event => post({heard: JSON.parse(event.data)});
      field.oninput = () => post({typed: field.value});
      field.onfocus = () => post({focused: true});
      post({type: 'hello'});
      </script>
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Browsers browsers =
      new Browsers(Optional.of(System.getProperty("java.class.path")));
  private final BlockingQueue<Object> said = new LinkedBlockingQueue<>();
  private @Nullable BrowserView view;
  private @Nullable JFrame frame;
  private volatile int pixel;

  private void open(Path launcher) throws Exception {
    Path data = Path.of(System.getProperty("chromium.data"));
    BrowserView.Settings settings =
        new BrowserView.Settings(
            launcher,
            data.resolve("plugin.jar"),
            Natives.of(System.getProperty("chromium.natives"), ""),
            data,
            "https://kpi-host.invalid",
            Map.of(
                "/index.html", new BrowserView.Answer(Map.of("Content-Type", "text/html"), PAGE)),
            Map.of(),
            List.of());
    SwingUtilities.invokeAndWait(() -> show(settings));
  }

  private void show(BrowserView.Settings settings) {
    BrowserView opened = browsers.open(settings, new Recorder());
    view = opened;
    JFrame window = new JFrame("view");
    window.add(opened.component());
    window.add(new JTextField("below"), BorderLayout.SOUTH);
    window.setSize(400, 300);
    window.setVisible(true);
    frame = window;
  }

  private BrowserView view() {
    return Objects.requireNonNull(view);
  }

  private void openHere() throws Exception {
    open(Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  @AfterEach
  void close() throws Exception {
    view().close();
    JFrame window = frame;
    if (window != null) {
      SwingUtilities.invokeAndWait(window::dispose);
    }
  }

  private <T> T await(Class<T> kind, Predicate<T> fits) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Object next = said.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(next).as(kind.getSimpleName() + " in time").isNotNull();
      if (kind.isInstance(next) && fits.test(kind.cast(next))) {
        return kind.cast(next);
      }
    }
  }

  private <T> T await(Class<T> kind) throws InterruptedException {
    return await(kind, any -> true);
  }

  private void awaitPixel(int rgb) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (pixel != rgb) {
      assertThat(System.nanoTime()).as("pixel %x", pixel).isLessThan(deadline);
      SwingUtilities.invokeAndWait(() -> pixel = pixel(view().component()));
    }
  }

  private static int pixel(JComponent component) {
    int size = 120;
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    component.paint(picture.createGraphics());
    return picture.getRGB(size - 1, size - 1) & 0xFFFFFF;
  }

  @Test
  void page_isOnTheScreen_andHearsWhatIsPushed() throws Exception {
    openHere();
    assertThat(await(BrowserState.Running.class).version()).startsWith("146.");
    awaitPixel(0x336699);
    view().push("theme", "{\"type\":\"theme\"}");
    await(String.class, message -> message.contains("heard"));
  }

  @Test
  void processKilled_isToldAndStartedAgain_withWhatItKnew() throws Exception {
    openHere();
    view().push("theme", "{\"type\":\"theme\",\"n\":7}");
    BrowserState.Running first = await(BrowserState.Running.class);
    ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
    BrowserState.Gone gone = await(BrowserState.Gone.class);
    assertThat(gone.code()).isEqualTo("child-crashed");
    assertThat(gone.willRetry()).isTrue();
    pixel = 0;
    // the page may say what it heard before or after it is painted
    Set<String> again = new HashSet<>();
    while (again.size() < 2) {
      Object next = await(Object.class, any -> any instanceof BrowserState.Running || heard(any));
      again.add(next instanceof BrowserState.Running running ? restarted(first, running) : "heard");
    }
    awaitPixel(0x336699);
  }

  private static boolean heard(Object said) {
    return said instanceof String message && message.contains("\"n\":7");
  }

  private static String restarted(BrowserState.Running first, BrowserState.Running second) {
    assertThat(second.pid()).isNotEqualTo(first.pid());
    return "running";
  }

  @Test
  void processStopped_isToldAndStartedAgain() throws Exception {
    openHere();
    BrowserState.Running first = await(BrowserState.Running.class);
    Process stop = new ProcessBuilder("bash", "-c", "kill -STOP " + first.pid()).start();
    assertThat(stop.waitFor()).isZero();
    BrowserState.Gone gone = await(BrowserState.Gone.class);
    assertThat(gone.code()).isEqualTo("child-silent");
    assertThat(gone.willRetry()).isTrue();
    assertThat(await(BrowserState.Running.class).pid()).isNotEqualTo(first.pid());
  }

  @Test
  void nextFrame_comesEvenWhereNothingChanges_andThePictureHasIt() throws Exception {
    openHere();
    await(BrowserState.Running.class);
    awaitPixel(0x336699);
    SwingUtilities.invokeAndWait(() -> view().afterNextFrame(() -> pixelNow()));
    await(Integer.class, rgb -> rgb == 0x336699);
  }

  private void pixelNow() {
    said.add(pixel(view().component()));
  }

  @Test
  void close_endsTheProcess() throws Exception {
    openHere();
    long pid = await(BrowserState.Running.class).pid();
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    view().close();
    view().close();
    process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void clickAndKeys_reachThePage() throws Exception {
    openHere();
    await(BrowserState.Running.class);
    awaitPixel(0x336699);
    SwingUtilities.invokeAndWait(() -> mouse(MouseEvent.MOUSE_PRESSED));
    SwingUtilities.invokeAndWait(() -> mouse(MouseEvent.MOUSE_RELEASED));
    await(String.class, message -> message.contains("focused"));
    SwingUtilities.invokeAndWait(() -> type('ß'));
    assertThat(await(String.class, message -> message.contains("typed"))).contains("ß");
  }

  private void mouse(int id) {
    JComponent component = view().component();
    int down = id == MouseEvent.MOUSE_PRESSED ? MouseEvent.BUTTON1_DOWN_MASK : 0;
    component.dispatchEvent(
        new MouseEvent(component, id, 0, down, 20, 10, 1, false, MouseEvent.BUTTON1));
  }

  private void type(char letter) {
    JComponent component = view().component();
    component.dispatchEvent(
        new KeyEvent(component, KeyEvent.KEY_TYPED, 0, 0, KeyEvent.VK_UNDEFINED, letter));
  }

  @Test
  void launcherMissing_isALastingTrouble() throws Exception {
    open(Path.of("/no/such/java"));
    BrowserState.Gone gone = await(BrowserState.Gone.class);
    assertThat(gone.code()).isEqualTo("launcher-missing");
    assertThat(gone.willRetry()).isFalse();
  }

  private final class Recorder implements BrowserView.Listener {

    @Override
    public void message(String json) {
      said.add(json);
    }

    @Override
    public void state(BrowserState state) {
      said.add(state);
    }
  }
}
