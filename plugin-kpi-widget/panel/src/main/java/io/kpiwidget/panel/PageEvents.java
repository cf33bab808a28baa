package io.kpiwidget.panel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.host.Theme;
import io.kpiwidget.panel.state.AgentState;
import io.kpiwidget.panel.state.KpiText;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.PanelView;
import io.kpiwidget.panel.state.Texts;
import java.awt.Color;
import java.awt.ComponentOrientation;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the desktop tells the host page, as JSON. A view like the native one: it gets every state,
 * and what it writes goes to {@link Pages}. There is never a token in it. The header above the page
 * says of when the figures are, so the page is not told.
 */
final class PageEvents implements PanelView {

  private final Clock clock;
  private final Pages pages;
  private Texts texts = Texts.in(Locale.getDefault());
  private AgentState agent = AgentState.NONE;
  private PanelState.@Nullable Kpis told;

  /** Writes what the page shows, all but what the agent does; null before there is anything. */
  private @Nullable Supplier<JsonObject> shown;

  PageEvents(Clock clock, Pages pages) {
    this.clock = clock;
    this.pages = pages;
  }

  /** Where events go; the JSON is written there, since writing it on the EDT would hold it up. */
  interface Pages {
    void push(String type, Supplier<String> json);
  }

  /** The language of states without a snapshot. */
  void language(Locale locale) {
    texts = Texts.in(locale);
  }

  @Override
  public void showSignedOut() {
    empty("signedOut", texts.of("signedOut.title"), texts.of("signedOut.next"));
  }

  @Override
  public void showStarting(PanelState.Starting state) {
    empty("starting", state.step().isEmpty() ? texts.of("loading") : state.step(), "");
  }

  @Override
  public void showFailed(PanelState.Failed state) {
    empty("failed", state.trouble().sentence(), state.trouble().advice());
  }

  @Override
  public void showMisconfigured(PanelState.Misconfigured state) {
    empty("failed", texts.of("misconfigured.title"), state.first().nextStep());
  }

  @Override
  public void showKpis(PanelState.Kpis state) {
    if (told != null && looksLike(told, state)) {
      return;
    }
    told = state;
    show(() -> figures(state));
  }

  private void show(Supplier<JsonObject> snapshot) {
    shown = snapshot;
    var present = agent;
    pages.push("snapshot", () -> withAgent(snapshot.get(), present));
  }

  private static String withAgent(JsonObject snapshot, AgentState agent) {
    var json = new JsonObject();
    json.addProperty("state", agent.text());
    agent.since().ifPresent(at -> json.addProperty("since", at.toEpochMilli()));
    snapshot.add("agent", json);
    return snapshot.toString();
  }

  /** What the agent does now; it goes with what is shown already. */
  void agent(AgentState now) {
    if (!now.equals(agent)) {
      agent = now;
      if (shown != null) {
        show(shown);
      }
    }
  }

  // that the figures were confirmed meanwhile is said by the header, which the page leaves to us
  private static boolean looksLike(PanelState.Kpis a, PanelState.Kpis b) {
    return a.snapshot().version() == b.snapshot().version()
        && a.age() == b.age()
        && a.trouble().equals(b.trouble());
  }

  private JsonObject figures(PanelState.Kpis state) {
    var s = state.snapshot();
    var json = event(s.version(), s.title(), s.locale(), s.zone());
    json.addProperty("age", state.age().name().toLowerCase(Locale.ROOT));
    json.add("state", besideFigures(state, Texts.in(s.locale())));
    new PageFigures(new KpiText(s.locale(), s.zone()), state.age() == Age.EXPIRED).addTo(json, s);
    return json;
  }

  /** What keeps figures away, all of them or some; one sentence at most. */
  private static JsonObject besideFigures(PanelState.Kpis state, Texts texts) {
    if (state.trouble().isPresent()) {
      var trouble = state.trouble().get();
      var offline = trouble.code().isOffline();
      return state(offline ? "offline" : "live", trouble.sentence(), trouble.advice());
    }
    if (state.snapshot().kpis().isEmpty()) {
      return state("live", texts.of("figures.none"), "");
    }
    return PageFigures.arePartial(state.snapshot())
        ? state("partial", texts.of("figures.partial"), "")
        : state("live", "", "");
  }

  private void empty(String kind, String sentence, String nextStep) {
    told = null;
    var present = texts;
    show(() -> withoutFigures(present, state(kind, sentence, nextStep)));
  }

  private JsonObject withoutFigures(Texts present, JsonObject state) {
    var json = event(0, present.of("title"), present.locale(), clock.getZone());
    json.addProperty("age", Age.FRESH.name().toLowerCase(Locale.ROOT));
    json.add("state", state);
    for (var figures : new String[] {"kpis", "queues", "trends", "notices"}) {
      json.add(figures, new JsonArray());
    }
    return json;
  }

  private JsonObject event(long version, String title, Locale locale, ZoneId zone) {
    var json = Json.object("snapshot");
    json.addProperty("v", 1);
    json.addProperty("version", version);
    json.addProperty("title", title);
    json.addProperty("locale", locale.toLanguageTag());
    json.addProperty("rtl", !ComponentOrientation.getOrientation(locale).isLeftToRight());
    // browsers do not know "Z"
    json.addProperty("timeZone", zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    json.addProperty("now", clock.millis());
    return json;
  }

  private static JsonObject state(String kind, String sentence, String nextStep) {
    var json = new JsonObject();
    json.addProperty("kind", kind);
    json.addProperty("sentence", sentence);
    json.addProperty("nextStep", nextStep);
    return json;
  }

  /** The desktop's look. */
  void theme(Theme theme) {
    pages.push("theme", () -> look(theme));
  }

  private static String look(Theme theme) {
    var json = Json.object("theme");
    json.addProperty("scheme", theme.dark() ? "dark" : "light");
    PageLook.of(theme).tokens().forEach((name, color) -> json.addProperty(name, hex(color)));
    json.addProperty("font", '"' + theme.font().getFamily(Locale.ROOT) + '"');
    json.addProperty("size", theme.font().getSize() + "px");
    return json.toString();
  }

  private static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xFFFFFF);
  }
}
