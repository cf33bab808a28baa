package io.kpiwidget.panel;

import io.kpiwidget.panel.browser.BrowserState;
import io.kpiwidget.panel.browser.BrowserView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** A browser without Chromium: a test speaks for the page. */
final class FakeBrowser implements Browser {

  final BrowserView.Settings settings;
  final BrowserView.Listener listener;
  final JComponent component = new JPanel();
  final List<String> told = new CopyOnWriteArrayList<>();
  final List<String> pushed = new CopyOnWriteArrayList<>();

  FakeBrowser(BrowserView.Settings settings, BrowserView.Listener listener) {
    this.settings = settings;
    this.listener = listener;
    component.setName("browser");
  }

  void post(String json) {
    FakeFeed.run(() -> listener.message(json));
  }

  void become(BrowserState state) {
    FakeFeed.run(() -> listener.state(state));
  }

  String last(String type) {
    return pushed.stream()
        .filter(json -> json.contains("\"type\":\"" + type + "\""))
        .reduce((a, b) -> b)
        .orElse("");
  }

  @Override
  public JComponent component() {
    return component;
  }

  @Override
  public void push(String type, String json) {
    pushed.add(json);
  }

  @Override
  public void showing(boolean showing) {
    told.add("showing " + showing);
  }

  @Override
  public void authorize(String origin, @Nullable String token) {
    told.add("authorize " + origin + " " + token);
  }

  @Override
  public void afterNextFrame(Runnable work) {
    SwingUtilities.invokeLater(work);
  }

  @Override
  public void restart() {
    told.add("restart");
  }

  @Override
  public void close() {
    told.add("close");
  }
}
