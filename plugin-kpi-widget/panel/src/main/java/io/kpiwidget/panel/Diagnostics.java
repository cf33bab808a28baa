package io.kpiwidget.panel;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.kpiwidget.engine.feed.KpiFeed;
import io.kpiwidget.engine.feed.Trouble;
import io.kpiwidget.panel.browser.BrowserState;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.Texts;
import io.kpiwidget.panel.swing.PanelSurface;
import io.kpiwidget.panel.swing.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The panel's state for a support ticket. Written from any thread, read from any thread; there is
 * no secret, no URL with a query and no customer data in anything it is made of.
 */
final class Diagnostics {

  private static final KpiFeed.Metrics NONE =
      new KpiFeed.Metrics(List.of(), Map.of(), Map.of(), Map.of());

  private final Edt edt;
  private final Milestones milestones;
  private final PanelSurface surface;
  private volatile PanelState state = new PanelState.Starting("");
  private volatile Supplier<KpiFeed.Metrics> metrics = () -> NONE;
  private volatile @Nullable BrowserSide browser;
  private volatile Texts texts = Texts.in(Locale.getDefault());
  private volatile boolean inFront;
  private volatile String nativeReason = "";
  private volatile String configFile = "";
  private volatile Optional<Failure> ofBrowser = Optional.empty();
  private volatile Optional<Failure> ofPage = Optional.empty();

  Diagnostics(Edt edt, Milestones milestones, PanelSurface surface) {
    this.edt = edt;
    this.milestones = milestones;
    this.surface = surface;
  }

  void state(PanelState now) {
    state = now;
  }

  void metrics(Supplier<KpiFeed.Metrics> now) {
    metrics = now;
  }

  /** For what people read in it. */
  void language(Texts now) {
    texts = now;
  }

  void browser(@Nullable BrowserSide now) {
    browser = now;
  }

  /** Why there is no browser; empty while it runs. */
  void browserFailed(Optional<Failure> now) {
    ofBrowser = now;
  }

  /** Why the platform's frame shows no figures; empty while it does. */
  void pageFailed(Optional<Failure> now) {
    ofPage = now;
  }

  void inFront(boolean now) {
    inFront = now;
  }

  void nativeReason(String now) {
    nativeReason = now;
  }

  /** Only its name: a path tells who works here. */
  void configFile(Path now) {
    configFile = String.valueOf(now.getFileName());
  }

  /** Blocks for up to two seconds for a look at the screen; not at all on the EDT. */
  String json() {
    var json = new JsonObject();
    json.addProperty("renderer", inFront ? "chromium" : "swing");
    json.addProperty("reason", inFront ? "" : nativeReason);
    json.addProperty("firstKpiSwingMs", milestones.firstKpiSwing());
    json.addProperty("firstKpiBrowserMs", milestones.firstKpiBrowser());
    addState(json);
    json.addProperty("config", configFile);
    addMetrics(json);
    addFigures(json);
    addBrowser(json);
    return new GsonBuilder().serializeNulls().disableHtmlEscaping().create().toJson(json);
  }

  /** What is wrong, what is asked and why, in words for people. Any thread. */
  String words() {
    return new AskedWords(texts).of(failures(), metrics.get());
  }

  private List<Failure> failures() {
    return Stream.of(trouble(state).map(Failure::of), ofBrowser, ofPage)
        .flatMap(Optional::stream)
        .toList();
  }

  private void addState(JsonObject json) {
    var now = state;
    json.addProperty("state", now.getClass().getSimpleName());
    if (now instanceof PanelState.Kpis kpis) {
      json.addProperty("snapshotVersion", kpis.snapshot().version());
      json.addProperty("asOf", kpis.snapshot().asOf().toString());
      json.addProperty("age", kpis.age().name());
    } else if (now instanceof PanelState.Misconfigured wrong) {
      json.addProperty("problems", wrong.problems().size());
    }
    json.add("trouble", trouble(now).map(Diagnostics::trouble).orElse(new JsonObject()));
    json.add("failures", Json.array(failures(), Failure::json));
  }

  private static Optional<Trouble> trouble(PanelState state) {
    if (state instanceof PanelState.Misconfigured wrong) {
      var first = wrong.first();
      var where = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
      var sentence = where + first.problem();
      return Optional.of(
          new Trouble(Trouble.Code.CONFIG, sentence, first.nextStep(), Optional.empty()));
    }
    if (state instanceof PanelState.Failed failed) {
      return Optional.of(failed.trouble());
    }
    return state instanceof PanelState.Kpis kpis ? kpis.trouble() : Optional.empty();
  }

  private static JsonObject trouble(Trouble trouble) {
    var json = Failure.of(trouble).json();
    trouble.retryAt().ifPresent(at -> json.addProperty("retryAt", at.toString()));
    return json;
  }

  private void addMetrics(JsonObject json) {
    var now = metrics.get();
    json.add("upstreamRequests", Json.map(now.requests(), JsonPrimitive::new));
    json.add("statuses", Json.map(now.statuses(), JsonPrimitive::new));
    json.addProperty("questions", now.asked().size());
    json.addProperty("asked", words());
    json.add("feed", Json.map(now.details(), JsonPrimitive::new));
  }

  private void addFigures(JsonObject json) {
    var swing = edt.ask(surface::shown, Shown.NOTHING);
    var side = browser;
    var page = side == null ? Shown.NOTHING : side.report().shown();
    json.add("kpis", views(figures(swing.kpis()), figures(page.kpis())));
    json.add("queues", views(queues(swing), queues(page)));
    json.add("notices", views(notices(swing), notices(page)));
  }

  private static JsonObject views(JsonElement swing, JsonElement browser) {
    var json = new JsonObject();
    json.add("swing", swing);
    json.add("browser", browser);
    return json;
  }

  private static JsonElement queues(Shown shown) {
    return Json.array(shown.queues(), Diagnostics::queue);
  }

  private static JsonElement notices(Shown shown) {
    return Json.array(shown.notices(), JsonPrimitive::new);
  }

  private static JsonObject figures(Map<String, Shown.Figure> figures) {
    return Json.map(figures, Diagnostics::figure);
  }

  private static JsonElement figure(Shown.Figure figure) {
    var json = new JsonObject();
    json.addProperty("text", figure.text());
    json.add("value", Json.number(figure.value()));
    if (!figure.reason().isEmpty()) {
      json.addProperty("reason", figure.reason());
    }
    return json;
  }

  private static JsonElement queue(Shown.Queue queue) {
    var json = new JsonObject();
    json.addProperty("id", queue.id());
    json.addProperty("name", queue.name());
    json.add("cells", figures(queue.cells()));
    return json;
  }

  private void addBrowser(JsonObject json) {
    var side = browser;
    var report = side == null ? new PageReport() : side.report();
    json.addProperty("browserVersion", report.version());
    json.add("frames", Json.array(report.frames(), Diagnostics::frame));
    json.addProperty("historyLength", report.historyLength());
    json.add("rejected", Json.map(report.counts(), JsonPrimitive::new));
    json.add("browser", side == null ? new JsonObject() : state(side.state()));
  }

  private static JsonElement frame(PageMessage.Frame frame) {
    var json = new JsonObject();
    json.addProperty("id", frame.id());
    json.addProperty("sandbox", frame.sandbox());
    json.addProperty("origin", frame.origin());
    json.addProperty("src", frame.src());
    return json;
  }

  private static JsonObject state(BrowserState state) {
    var json = new JsonObject();
    json.addProperty("state", state.getClass().getSimpleName());
    if (state instanceof BrowserState.Running running) {
      json.addProperty("pid", running.pid());
      json.addProperty("version", running.version());
    } else if (state instanceof BrowserState.Gone gone) {
      json.addProperty("code", gone.code());
      json.addProperty("sentence", gone.sentence());
    } else if (state instanceof BrowserState.Starting starting) {
      json.addProperty("step", starting.step());
    }
    return json;
  }
}
