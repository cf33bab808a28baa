package io.kpiwidget.panel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.feed.FeedState;
import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiFeed;
import io.kpiwidget.engine.feed.KpiSnapshot;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.host.AgentSession;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.panel.browser.BrowserState;
import io.kpiwidget.panel.browser.BrowserView;
import java.awt.Component;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;

/** Our panel, whole: the native view first, then Chromium's from a process of its own. */
final class KpiWidget implements Way {

  private final FakeContext context;
  private final Parts parts;
  private final CountDownLatch shown = new CountDownLatch(1);
  private long startedMillis;
  private @Nullable DockablePanel panel;
  private @Nullable Browser browser;

  /** {@code folder} is for this run alone. */
  KpiWidget(Path folder) throws IOException {
    var dataDir = Path.of(System.getProperty("chromium.data"));
    var config = Files.writeString(folder.resolve("kpi-widget.json"), KpiPage.CONFIG);
    context = new FakeContext(dataDir);
    context.settings.put("kpi-widget.config", config.toString());
    context.settings.put(BrowserPlan.NATIVES, System.getProperty("chromium.natives"));
    context.signIn(
        AgentSession.of("ann").name("Ann").queues(List.of("q1")).locale(Locale.UK).build());
    parts =
        new Parts(
            Clock.systemUTC(),
            WidgetConfig::load,
            (definition, around, listener) ->
                new SampleFeed(new SampleDay().usual().snapshot(), listener),
            this::open,
            Path.of(System.getProperty("java.home")),
            Optional.of(KpiPage.classPathJar(folder.resolve("plugin.jar"))));
  }

  private Browser open(BrowserView.Settings settings, BrowserView.Listener listener) {
    browser = Browser.chromium().open(settings, new Heard(listener));
    return browser;
  }

  @Override
  public void start(JFrame frame) {
    startedMillis = System.currentTimeMillis();
    panel = KpiPanel.open(context, parts, 0);
    frame.add(panel.component());
    frame.validate();
  }

  @Override
  public void awaitShown() throws InterruptedException, TimeoutException {
    Waiting.on(shown, "the page's word on its figures");
    Waiting.until(this::inFront, "the browser's view in front");
    // what the native view's going away has asked to be painted is painted now
    OnEdt.run(() -> {});
  }

  // read here, since asking the EDT each time would be measured as its work
  private boolean inFront() {
    var page = page();
    return Stream.of(page.getParent().getComponents())
        .noneMatch(part -> part != page && part.isVisible());
  }

  @Override
  public Component page() {
    return Optional.ofNullable(browser).orElseThrow().component();
  }

  @Override
  public void look(String theme) {
    Optional.ofNullable(browser).orElseThrow().push("theme", theme);
  }

  @Override
  public void addTo(JsonObject result) {
    var told = Optional.ofNullable(panel).orElseThrow().diagnostics();
    long sinceJvm =
        JsonParser.parseString(told).getAsJsonObject().get("firstKpiSwingMs").getAsLong();
    long jvm = ManagementFactory.getRuntimeMXBean().getStartTime();
    result.addProperty("firstSwingKpiMillis", jvm + sinceJvm - startedMillis);
  }

  /** Passes everything on. */
  private final class Heard implements BrowserView.Listener {

    private final BrowserView.Listener panel;

    Heard(BrowserView.Listener panel) {
      this.panel = panel;
    }

    @Override
    public void message(String json) {
      panel.message(json);
      if (PageServer.Figures.shownIn(json)) {
        shown.countDown();
      }
    }

    @Override
    public void state(BrowserState state) {
      panel.state(state);
    }

    @Override
    public void refused(String kind) {
      panel.refused(kind);
    }
  }

  /** Has the sample day's figures as soon as an agent is there. */
  private record SampleFeed(KpiSnapshot figures, KpiFeed.Listener listener) implements Feed {

    @Override
    public void agent(@Nullable Agent agent) {
      if (agent != null) {
        listener.state(new FeedState.Live(figures, Age.FRESH, Optional.empty()));
      }
    }

    @Override
    public void showing(boolean showing) {}

    @Override
    public void refresh() {}

    @Override
    public void conversationEnded() {}

    @Override
    public void widgetForgotten() {}

    @Override
    public KpiFeed.Metrics metrics() {
      return new KpiFeed.Metrics(List.of(), Map.of(), Map.of(), Map.of());
    }

    @Override
    public void close() {}
  }
}
