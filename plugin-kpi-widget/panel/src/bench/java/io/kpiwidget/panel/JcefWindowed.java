package io.kpiwidget.panel;

import io.kpiwidget.chromium.bundle.Bundle;
import io.kpiwidget.chromium.bundle.Natives;
import java.awt.Component;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.cef.CefApp;
import org.cef.CefSettings;
import org.cef.SystemBootstrap;
import org.cef.browser.CefBrowser;
import org.cef.handler.CefAppHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** JCEF as its examples have it, in the desktop's own process and in a window of its own. */
final class JcefWindowed implements Way {

  /** Of our browser process's those that change its size or its start. */
  private static final String[] SWITCHES = {
    "--disable-gpu",
    "--disable-features=SpareRendererForSitePerProcess",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
    "--ozone-platform=x11"
  };

  private final PageServer server;
  private final Path profile;
  private volatile @Nullable CefBrowser browser;

  JcefWindowed(PageServer server, Path profile) {
    this.server = server;
    this.profile = profile;
  }

  /** Not on the EDT: whoever knows JCEF keeps from it what can be kept from it. */
  @Override
  public void start(JFrame frame) {
    new Thread(() -> load(frame), "jcef-start").start();
  }

  private void load(JFrame frame) {
    var bundle = bundle();
    // where JCEF looks for its helper
    System.setProperty("java.library.path", bundle.toString());
    SystemBootstrap.setLoader(
        name -> System.load(bundle.resolve(System.mapLibraryName(name)).toString()));
    System.loadLibrary("jawt");
    if (!CefApp.startup(SWITCHES)) {
      throw new IllegalStateException("Chromium's libraries did not start");
    }
    CefApp.addAppHandler(new CefAppHandlerAdapter(SWITCHES) {});
    var client = CefApp.getInstance(SWITCHES, settings()).createClient();
    SwingUtilities.invokeLater(
        () -> {
          var made = client.createBrowser(server.url(), false, false);
          frame.add(made.getUIComponent());
          frame.validate();
          browser = made;
        });
  }

  private static Path bundle() {
    var natives = Natives.of(System.getProperty("chromium.natives"), "");
    return Bundle.of(Path.of(System.getProperty("chromium.data")))
        .flatMap(known -> known.ready(natives))
        .orElseThrow();
  }

  private CefSettings settings() {
    var settings = new CefSettings();
    settings.windowless_rendering_enabled = false;
    settings.root_cache_path = profile.toString();
    settings.log_severity = CefSettings.LogSeverity.LOGSEVERITY_DISABLE;
    return settings;
  }

  @Override
  public void awaitShown() throws InterruptedException, TimeoutException {
    server.awaitShown();
  }

  @Override
  public Component page() {
    return Objects.requireNonNull(browser).getUIComponent();
  }

  @Override
  public void look(String theme) {
    server.push("theme", theme);
  }
}
