package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.host.Theme;
import io.kpiwidget.panel.browser.BrowserState;
import io.kpiwidget.panel.browser.BrowserView;
import io.kpiwidget.panel.state.PanelState;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.swing.JWindow;

/**
 * The KPI view as an agent has it: the panel's own pages, events and browser process, in a window,
 * and looked into by Chromium's developer tools, which a launcher of this class's own switches on.
 */
final class KpiPage implements AutoCloseable {

  static final String CONFIG =
      """
      {"platform": {"dialect": "guide", "api": "http://127.0.0.1:1"}, "token": {"source": "desktop"}}
      """;

  private static final int PATIENCE_SECONDS = 60;

  private final BlockingQueue<JsonObject> said = new LinkedBlockingQueue<>();
  private final List<JsonObject> heard = new ArrayList<>();
  private final BrowserView.Settings settings;
  private final Browser browser;
  private final JWindow window;
  private final PageEvents events;
  private final Cdp view;

  private KpiPage(BrowserView.Settings settings, int port)
      throws IOException, InterruptedException {
    this.settings = settings;
    browser = OnEdt.get(() -> Browser.chromium().open(settings, new Said()));
    window = OnEdt.get(this::show);
    events =
        new PageEvents(
            Clock.fixed(Samples.AS_OF, ZoneOffset.UTC),
            (type, json) -> browser.push(type, json.get()));
    // a frame of opaque origin has spoken
    await(message -> message.toString().contains("\"origin\":\"null\""));
    view = Cdp.of(port, settings.hostOrigin() + "/kpi.").orElseThrow();
  }

  /** Its files go to {@code folder}. */
  static KpiPage open(Path folder) throws Exception {
    int port = freePort();
    var config = Files.writeString(folder.resolve("kpi-widget.json"), CONFIG);
    var place =
        new Setup.Place(
            Path.of(System.getProperty("chromium.data")),
            Map.of(
                BrowserPlan.JAVA,
                launcher(folder, port).toString(),
                BrowserPlan.NATIVES,
                System.getProperty("chromium.natives")),
            config);
    var setup =
        Setup.of(WidgetConfig.load(config), place, parts(folder), Locale.UK, "Contact centre KPIs");
    return new KpiPage(setup.settings().orElseThrow(), port);
  }

  private static Parts parts(Path folder) throws IOException {
    return new Parts(
        Clock.systemUTC(),
        WidgetConfig::load,
        Feed.engine(),
        Browser.chromium(),
        Path.of(System.getProperty("java.home")),
        Optional.of(classPathJar(folder.resolve("plugin.jar"))));
  }

  /** There is no plugin jar yet: one that names our class path. */
  static Path classPathJar(Path file) throws IOException {
    var manifest = new Manifest();
    var classPath =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }

  private static Path launcher(Path folder, int port) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var script = "#!/bin/sh\nexec '" + java + "' -Dkpi-widget.devtools=" + port + " \"$@\"\n";
    var file = Files.writeString(folder.resolve("java-with-tools"), script);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private JWindow show() {
    var opened = new JWindow();
    opened.add(browser.component());
    opened.setSize(360, 720);
    opened.setVisible(true);
    browser.showing(true);
    return opened;
  }

  /** The tools of the KPI view's document. */
  Cdp view() {
    return view;
  }

  /** The view's file, as generated. */
  String file() {
    return settings.pages().entrySet().stream()
        .filter(page -> page.getKey().startsWith("/kpi."))
        .map(page -> page.getValue().body())
        .findFirst()
        .orElseThrow();
  }

  /** Waits until the view is so wide. After its first figures: a hidden frame is not told. */
  KpiPage size(int width, int height) throws Exception {
    OnEdt.run(() -> window.setSize(width, height));
    OnEdt.run(window::validate);
    view.await("innerWidth === " + width);
    return this;
  }

  /** The desktop's look from now on, as FlatLaf has it. */
  KpiPage theme(boolean dark) {
    Theme theme =
        OnEdt.get(
            () -> {
              boolean done = dark ? FlatDarkLaf.setup() : FlatLightLaf.setup();
              assertThat(done).isTrue();
              return new FakeContext(Path.of("")).theme();
            });
    events.theme(theme);
    return this;
  }

  /** Waits until the view has read back what it shows of figures with a version of their own. */
  KpiPage show(PanelState.Kpis figures) throws InterruptedException {
    long version = figures.snapshot().version();
    figures.showOn(events);
    await(
        message ->
            message.get("type").getAsString().equals("shown")
                && message.get("version").getAsLong() == version);
    return this;
  }

  /** The next message of the page that fits. */
  JsonObject await(Predicate<JsonObject> fits) throws InterruptedException {
    while (true) {
      var message = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(message).as("in time, after %s", heard).isNotNull();
      heard.add(message);
      if (fits.test(message)) {
        return message;
      }
    }
  }

  /** The next message of this type. */
  JsonObject await(String type) throws InterruptedException {
    return await(message -> message.get("type").getAsString().equals(type));
  }

  /** Which directives of its policies the page has violated. */
  List<String> violations() {
    heard.addAll(said);
    said.clear();
    return heard.stream()
        .filter(message -> message.get("type").getAsString().equals("violation"))
        .map(message -> message.get("directive").getAsString())
        .toList();
  }

  /** Waits until nothing moves: a change is shown calmly. */
  void settle() throws IOException, InterruptedException {
    view.run("Promise.allSettled(document.getAnimations().map(({finished}) => finished))");
  }

  /** What an agent sees when nothing moves. */
  BufferedImage picture() throws IOException, InterruptedException {
    settle();
    var drawn = new CountDownLatch(1);
    OnEdt.run(() -> browser.afterNextFrame(drawn::countDown));
    assertThat(drawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return OnEdt.get(
        () -> {
          Dimension size = browser.component().getSize();
          var picture = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
          browser.component().paint(picture.createGraphics());
          return picture;
        });
  }

  /** A media feature for the view, such as {@code forced-colors}. */
  void media(String feature, String value) throws IOException, InterruptedException {
    var parameters =
        JsonParser.parseString(
                "{\"features\":[{\"name\":\"%s\",\"value\":\"%s\"}]}".formatted(feature, value))
            .getAsJsonObject();
    view.call("Emulation.setEmulatedMedia", parameters);
  }

  @Override
  public void close() {
    view.close();
    browser.close();
    OnEdt.run(window::dispose);
  }

  private final class Said implements BrowserView.Listener {

    @Override
    public void message(String json) {
      said.add(JsonParser.parseString(json).getAsJsonObject());
    }

    @Override
    public void state(BrowserState state) {
      if (state instanceof BrowserState.Gone gone) {
        said.add(JsonParser.parseString("{\"type\":\"gone\"}").getAsJsonObject());
        assertThat(gone.sentence()).isEmpty();
      }
    }
  }
}
