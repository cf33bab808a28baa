package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.widget.Access;
import io.kpiwidget.engine.widget.QueryPlan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The platform's id of our widget, one for each resolved definition (guide §2). Ids outlive the
 * desktop, so one that was not seen in this session is asked about before it is used.
 */
final class WidgetRegistration {

  private static final Logger log = SafeLog.of(WidgetRegistration.class);

  private final Setting setting;
  private final Platform platform;
  private final Refusals refusals;
  private volatile @Nullable String sure;

  WidgetRegistration(Setting setting, Platform platform, Refusals refusals) {
    this.setting = setting;
    this.platform = platform;
    this.refusals = refusals;
  }

  /**
   * The platform's id of the widget, or why there is none; neither when none is needed.
   *
   * @param learned something was refused that can be left out
   */
  record Outcome(Optional<String> id, Optional<PlatformException> failure, boolean learned) {

    static final Outcome UNNEEDED = of(Optional.empty());

    static Outcome of(Optional<String> id) {
      return new Outcome(id, Optional.empty(), false);
    }
  }

  /** The platform may have forgotten the widget: the next time it is asked. Any thread. */
  void doubt() {
    sure = null;
  }

  /** Registers when it is needed: only the platform's own shell shows widgets by id. Blocks. */
  Outcome register(Access access) throws PlatformException {
    if (!setting.showsPlatformShell()) {
      return Outcome.UNNEEDED;
    }
    var definition = QueryPlan.resolved(setting.widget(), access, platform.now());
    return definition.isPresent() ? register(definition.get(), access) : Outcome.UNNEEDED;
  }

  private Outcome register(WidgetDefinition definition, Access access) throws PlatformException {
    try {
      return Outcome.of(Optional.of(id(definition)));
    } catch (NotUnderstood e) {
      return new Outcome(Optional.empty(), Optional.of(e), learn(definition, e, access));
    } catch (NotPermitted | BadAnswer | Unreachable e) {
      // our own figures need no shell
      return new Outcome(Optional.empty(), Optional.of(e), false);
    }
  }

  // only queues: a figure that the shell cannot draw may still be one that we can
  private boolean learn(WidgetDefinition definition, NotUnderstood refused, Access access) {
    return refusals.learn(refused, definition.filter(), List.of(), access.refused());
  }

  private String id(WidgetDefinition definition) throws PlatformException {
    var dialect = setting.dialect();
    var call = dialect.widget(definition);
    var body = call.content().map(HttpCall.Content::text).orElseThrow();
    var known = setting.registry().id(dialect.tenant(), body);
    if (known.isPresent() && (known.get().equals(sure) || isKnown(known.get()))) {
      sure = known.get();
      return known.get();
    }
    known.ifPresent(id -> setting.registry().forget(dialect.tenant(), body));
    var id = dialect.readWidgetId(platform.exchange(call));
    setting.registry().put(dialect.tenant(), body, id);
    sure = id;
    return id;
  }

  private boolean isKnown(String id) throws PlatformException {
    try {
      platform.exchange(setting.dialect().registered(id));
      return true;
    } catch (NotUnderstood e) {
      log.debug("the platform has forgotten a widget: {}", e.getMessage());
      return false;
    }
  }
}
