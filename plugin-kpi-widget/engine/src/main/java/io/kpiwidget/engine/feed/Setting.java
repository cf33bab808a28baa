package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.platform.HttpPlatform;
import io.kpiwidget.engine.platform.PlatformDialect;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.widget.Widget;
import io.kpiwidget.engine.widget.WidgetRegistry;
import java.time.Duration;
import java.time.ZoneId;

/** What a feed has for every agent alike. */
record Setting(
    WidgetConfig config,
    Widget widget,
    PlatformDialect dialect,
    HttpPlatform platform,
    Time time,
    WidgetRegistry registry) {

  /** The same for another widget. */
  Setting of(WidgetConfig other) {
    return new Setting(other, Widget.of(other.widget()), dialect, platform, time, registry);
  }

  Duration interval() {
    return config.widget().refreshInterval();
  }

  /** Whether figures refresh themselves while somebody looks. */
  boolean autoRefresh() {
    return config.widget().autoRefresh();
  }

  boolean showsPlatformShell() {
    return config.view() == WidgetConfig.ViewKind.PLATFORM;
  }

  ZoneId systemZone() {
    return time.clock().getZone();
  }
}
