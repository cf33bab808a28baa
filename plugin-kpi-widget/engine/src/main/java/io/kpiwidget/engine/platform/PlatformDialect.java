package io.kpiwidget.engine.platform;

import io.kpiwidget.engine.config.WidgetDefinition;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How one platform is spoken to: request out, answer in. Pure: no HTTP, no thread, no clock, no
 * token inside.
 */
public interface PlatformDialect {

  /** What keeps two platforms apart in keys. */
  String tenant();

  HttpCall permissions();

  Permissions readPermissions(HttpAnswer answer) throws PlatformException;

  HttpCall queues(String agentId);

  List<Queue> readQueues(HttpAnswer answer) throws PlatformException;

  HttpCall zone();

  /** Empty when the platform knows none for the agent. */
  Optional<ZoneId> readZone(HttpAnswer answer) throws PlatformException;

  /** {@code definition} has no placeholder left; its metrics are raw. */
  HttpCall widget(WidgetDefinition definition);

  String readWidgetId(HttpAnswer answer) throws PlatformException;

  /** Whether the platform still knows a widget: refused when it does not. */
  HttpCall registered(String widgetId);

  HttpCall query(AnalyticsQuery query);

  List<Row> readRows(AnalyticsQuery query, HttpAnswer answer) throws PlatformException;

  /** What a refusal other than a redirect, 429 and 5xx means. */
  PlatformException failure(HttpCall call, HttpAnswer answer);
}
