package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.link.ToBrowser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a page was told, so that its successor can be told. Not for several threads. */
final class Known {

  private final Map<String, ToBrowser.Push> events = new LinkedHashMap<>();
  private final Map<String, ToBrowser.Authorize> tokens = new LinkedHashMap<>();
  private ToBrowser.Resize size = new ToBrowser.Resize(360, 640, 1);
  private ToBrowser.Show showing = new ToBrowser.Show(true);

  void event(ToBrowser.Push event) {
    events.remove(event.type());
    events.put(event.type(), event);
  }

  void token(ToBrowser.Authorize token) {
    tokens.put(token.origin(), token);
  }

  /** True when it is news. */
  boolean size(ToBrowser.Resize now) {
    boolean news = !size.equals(now);
    size = now;
    return news;
  }

  /** True when it is news. */
  boolean showing(ToBrowser.Show now) {
    boolean news = !showing.equals(now);
    showing = now;
    return news;
  }

  /** The first messages of a new page. */
  List<ToBrowser> greeting(BrowserView.Settings settings, Path scratch) {
    List<ToBrowser> messages = new ArrayList<>();
    messages.add(open(settings, scratch));
    messages.addAll(tokens.values());
    messages.add(showing);
    messages.addAll(events.values());
    return messages;
  }

  private ToBrowser.Open open(BrowserView.Settings settings, Path scratch) {
    return new ToBrowser.Open(
        site(settings),
        settings.frameOrigins(),
        scratch.toString(),
        size.width(),
        size.height(),
        size.scale());
  }

  private static ToBrowser.Site site(BrowserView.Settings settings) {
    return new ToBrowser.Site(
        settings.hostOrigin(),
        settings.pages().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, page -> answer(page.getValue()))),
        settings.refusal());
  }

  private static ToBrowser.StaticAnswer answer(BrowserView.Answer page) {
    return new ToBrowser.StaticAnswer(page.headers(), page.body());
  }
}
