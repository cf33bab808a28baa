package io.kpiwidget.panel;

import io.kpiwidget.panel.browser.BrowserView;
import io.kpiwidget.panel.browser.Browsers;
import javax.swing.JComponent;
import org.checkerframework.checker.guieffect.qual.UI;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/** What the panel needs of a {@link BrowserView}; a seam for tests. */
interface Browser extends AutoCloseable {

  @UIEffect
  JComponent component();

  void push(String type, String json);

  void showing(boolean showing);

  void authorize(String origin, @Nullable String token);

  @UIEffect
  void afterNextFrame(@UI Runnable work);

  void restart();

  @Override
  void close();

  /** Opens browser views. */
  interface Opener {
    @UIEffect
    Browser open(BrowserView.Settings settings, BrowserView.Listener listener);
  }

  /** The real one: what it opens shares one browser process. */
  static Opener chromium() {
    var browsers = new Browsers();
    return (settings, listener) -> new Chromium(browsers.open(settings, listener));
  }

  /** Passes everything on. */
  record Chromium(BrowserView view) implements Browser {

    @Override
    @UIEffect
    public JComponent component() {
      return view.component();
    }

    @Override
    public void push(String type, String json) {
      view.push(type, json);
    }

    @Override
    public void showing(boolean showing) {
      view.showing(showing);
    }

    @Override
    public void authorize(String origin, @Nullable String token) {
      view.authorize(origin, token);
    }

    @Override
    @UIEffect
    public void afterNextFrame(@UI Runnable work) {
      view.afterNextFrame(work);
    }

    @Override
    public void restart() {
      view.restart();
    }

    @Override
    public void close() {
      view.close();
    }
  }
}
