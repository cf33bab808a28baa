package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.widget.Access;
import io.kpiwidget.engine.widget.QueryPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The platform's ids of our widget: one for each resolved definition of a session (guide §2). */
final class WidgetRegistration {

  private final Setting setting;
  private final Platform platform;
  private final Map<String, String> ids = new HashMap<>();

  WidgetRegistration(Setting setting, Platform platform) {
    this.setting = setting;
    this.platform = platform;
  }

  /** The platform's id of the widget, or why there is none; neither when none is needed. */
  record Outcome(Optional<String> id, Optional<PlatformException> failure) {

    static final Outcome UNNEEDED = new Outcome(Optional.empty(), Optional.empty());
  }

  /** Registers when it is needed: only the platform's own shell shows widgets by id. Blocks. */
  Outcome register(Access access) throws PlatformException {
    if (!setting.showsPlatformShell()) {
      return Outcome.UNNEEDED;
    }
    try {
      return new Outcome(id(access), Optional.empty());
    } catch (NotPermitted | NotUnderstood | BadAnswer | Unreachable e) {
      return new Outcome(Optional.empty(), Optional.of(e)); // our own figures need no shell
    }
  }

  private Optional<String> id(Access access) throws PlatformException {
    var definition = QueryPlan.resolved(setting.widget(), access, platform.now());
    return definition.isPresent() ? Optional.of(id(definition.get())) : Optional.empty();
  }

  private String id(WidgetDefinition definition) throws PlatformException {
    var call = setting.dialect().widget(definition);
    var body = call.content().map(HttpCall.Content::text).orElseThrow();
    var known = ids.get(body);
    if (known == null) {
      known = setting.dialect().readWidgetId(platform.exchange(call));
      ids.put(body, known);
    }
    return known;
  }
}
