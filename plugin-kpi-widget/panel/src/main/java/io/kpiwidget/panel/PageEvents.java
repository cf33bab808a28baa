package io.kpiwidget.panel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiSnapshot;
import io.kpiwidget.engine.feed.KpiSnapshot.Cell;
import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.feed.KpiSnapshot.Label;
import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import io.kpiwidget.engine.feed.KpiSnapshot.Trend;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.host.Theme;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.PanelView;
import io.kpiwidget.panel.state.Texts;
import java.awt.Color;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the desktop tells the host page, as JSON. A view like the native one: it gets every state,
 * and what it writes goes to {@link Pages}. There is never a token in it.
 */
final class PageEvents implements PanelView {

  private final Clock clock;
  private final Pages pages;
  private Texts texts = Texts.in(Locale.getDefault());
  private PanelState.@Nullable Kpis told;

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
    empty("failed", state.trouble().sentence(), state.trouble().nextStep());
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
    pages.push("snapshot", () -> figures(state));
  }

  // that the figures were confirmed meanwhile is said by the header, which the page leaves to us
  private static boolean looksLike(PanelState.Kpis a, PanelState.Kpis b) {
    return a.snapshot().version() == b.snapshot().version()
        && a.age() == b.age()
        && a.trouble().equals(b.trouble());
  }

  private String figures(PanelState.Kpis state) {
    var s = state.snapshot();
    var json = event(s.version(), s.title(), s.locale(), s.zone().getId());
    json.addProperty("asOf", s.asOf().toString());
    json.addProperty("age", state.age().name().toLowerCase(Locale.ROOT));
    json.add(
        "state",
        state(
            "live",
            state.trouble().map(t -> t.sentence()).orElse(""),
            state.trouble().map(t -> t.nextStep()).orElse("")));
    json.getAsJsonObject("agent").addProperty("name", s.agentName());
    addFigures(json, s);
    return json.toString();
  }

  private static void addFigures(JsonObject json, KpiSnapshot s) {
    json.add("kpis", Json.array(s.kpis(), PageEvents::kpi));
    json.add("queues", Json.array(s.queues(), PageEvents::queue));
    json.add("trends", Json.array(s.trends(), PageEvents::trend));
    json.add("notices", Json.array(s.notices(), PageEvents::notice));
  }

  private void empty(String kind, String sentence, String nextStep) {
    told = null;
    var present = texts;
    pages.push("snapshot", () -> withoutFigures(present, state(kind, sentence, nextStep)));
  }

  private String withoutFigures(Texts present, JsonObject state) {
    var json = event(0, present.of("title"), present.locale(), clock.getZone().getId());
    json.addProperty("asOf", clock.instant().toString());
    json.addProperty("age", Age.FRESH.name().toLowerCase(Locale.ROOT));
    json.add("state", state);
    for (var figures : new String[] {"kpis", "queues", "trends", "notices"}) {
      json.add(figures, new JsonArray());
    }
    return json.toString();
  }

  private JsonObject event(long version, String title, Locale locale, String zone) {
    var json = Json.object("snapshot");
    json.addProperty("v", 1);
    json.addProperty("version", version);
    json.addProperty("title", title);
    json.addProperty("header", true);
    json.addProperty("locale", locale.toLanguageTag());
    json.addProperty("timeZone", zone);
    json.addProperty("now", clock.instant().toString());
    var agent = new JsonObject();
    agent.addProperty("name", "");
    json.add("agent", agent);
    return json;
  }

  private static JsonObject state(String kind, String sentence, String nextStep) {
    var json = new JsonObject();
    json.addProperty("kind", kind);
    json.addProperty("sentence", sentence);
    json.addProperty("nextStep", nextStep);
    return json;
  }

  private static JsonElement kpi(Kpi kpi) {
    var json = new JsonObject();
    json.addProperty("id", kpi.id());
    figure(json, kpi.title(), kpi.unit(), kpi.value(), kpi.status());
    label(json, kpi.label());
    add(json, "target", kpi.target());
    add(json, "delta", kpi.delta());
    json.add("history", Json.array(kpi.history(), Json::number));
    return json;
  }

  private static void label(JsonObject json, Label label) {
    if (!label.about().isEmpty()) {
      json.addProperty("about", label.about());
    }
    if (label.large()) {
      json.addProperty("large", true);
    }
  }

  private static JsonElement notice(Notice notice) {
    var json = new JsonObject();
    json.addProperty("sentence", notice.sentence());
    json.addProperty("nextStep", notice.nextStep());
    return json;
  }

  private static JsonElement queue(QueueRow queue) {
    var json = new JsonObject();
    json.addProperty("id", queue.id());
    json.addProperty("name", queue.name());
    json.addProperty("status", status(queue.status()));
    json.add("cells", Json.array(queue.cells(), PageEvents::cell));
    return json;
  }

  private static JsonElement cell(Cell cell) {
    var json = new JsonObject();
    json.addProperty("kpi", cell.kpi());
    figure(json, cell.title(), cell.unit(), cell.value(), cell.status());
    return json;
  }

  private static void figure(
      JsonObject json, String title, KpiUnit unit, KpiValue value, KpiStatus status) {
    json.addProperty("title", title);
    json.addProperty("unit", unit.name().toLowerCase(Locale.ROOT));
    json.addProperty("status", status(status));
    if (value instanceof KpiValue.Number number && Double.isFinite(number.value())) {
      json.addProperty("kind", "number");
      json.add("value", Json.number(number.value()));
    } else {
      absent(json, value);
    }
  }

  private static void absent(JsonObject json, KpiValue value) {
    if (value instanceof KpiValue.NotPermitted lacking) {
      json.addProperty("kind", "notPermitted");
      json.addProperty("detail", lacking.permission());
      lacking.contact().ifPresent(contact -> json.addProperty("contact", contact));
    } else if (value instanceof KpiValue.Failed failed) {
      json.addProperty("kind", "failed");
      json.addProperty("detail", failed.cause());
    } else {
      json.addProperty(
          "kind", value instanceof KpiValue.NotApplicable ? "notApplicable" : "noData");
    }
  }

  private static String status(KpiStatus status) {
    return switch (status) {
      case NEUTRAL -> "neutral";
      case ON_TARGET -> "onTarget";
      case NEAR_LIMIT -> "nearLimit";
      case BREACHED -> "breached";
    };
  }

  private static JsonElement trend(Trend trend) {
    var json = new JsonObject();
    json.addProperty("id", trend.id());
    json.addProperty("title", trend.title());
    json.addProperty("unit", trend.unit().name().toLowerCase(Locale.ROOT));
    json.add("times", Json.array(trend.times(), t -> new JsonPrimitive(t.toString())));
    json.add("series", Json.map(trend.series(), values -> Json.array(values, Json::number)));
    add(json, "target", trend.target());
    return json;
  }

  private static void add(JsonObject json, String key, OptionalDouble number) {
    if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
      json.add(key, Json.number(number.getAsDouble()));
    }
  }

  /** The desktop's look. */
  void theme(Theme theme) {
    pages.push("theme", () -> look(theme));
  }

  private static String look(Theme theme) {
    var json = Json.object("theme");
    json.addProperty("scheme", theme.dark() ? "dark" : "light");
    json.addProperty("bg", hex(theme.background()));
    json.addProperty("fg", hex(theme.foreground()));
    json.addProperty("accent", hex(theme.accent()));
    json.addProperty("font", theme.font().getFamily(Locale.ROOT));
    json.addProperty("size", theme.font().getSize());
    return json.toString();
  }

  private static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xFFFFFF);
  }

  /** Whether the agent can see the page: Chromium off-screen cannot know. */
  void visible(boolean visible) {
    pages.push("visibility", () -> one("visibility", "visible", new JsonPrimitive(visible)));
  }

  private static String one(String type, String key, JsonPrimitive value) {
    var json = Json.object(type);
    json.add(key, value);
    return json.toString();
  }
}
