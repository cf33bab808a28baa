package io.kpiwidget.chromium;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cef.CefApp;
import org.cef.CefClient;
import org.cef.CefSettings;
import org.cef.OS;
import org.cef.SystemBootstrap;
import org.cef.callback.CefCommandLine;
import org.cef.handler.CefAppHandlerAdapter;

/** Chromium itself. It can be started once in a process and not again. */
final class Chromium {

  private static final List<String> SWITCHES =
      List.of(
          "--disable-gpu",
          // otherwise the third crash of the GPU process ends this one
          "--disable-gpu-process-crash-limit",
          // otherwise a server's login prompt is never answered, and closing then crashes
          "--disable-chrome-login-prompt",
          "--disable-features=SpareRendererForSitePerProcess",
          "--webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--disable-component-update",
          "--disable-background-networking",
          "--disable-sync",
          "--no-first-run",
          "--disable-domain-reliability",
          "--disable-breakpad");

  /**
   * A port on loopback for Chromium's developer tools, which may do everything in every page. Not
   * set means none. No hole: it is read from this process's own properties, and who can write a
   * JVM's options owns that JVM.
   */
  private static final String DEVTOOLS = "kpi-widget.devtools";

  private final CefApp app;
  private final CefClient owner;
  private final CountDownLatch down;

  private Chromium(CefApp app, CefClient owner, CountDownLatch down) {
    this.app = app;
    this.down = down;
    this.owner = owner;
  }

  /** Blocks until Chromium runs; {@code profile} must be this process's own. */
  static Chromium start(Path bundle, Path profile, DeadEnd deadEnd) {
    System.setProperty("java.library.path", bundle.toString());
    SystemBootstrap.setLoader(name -> load(bundle, name));
    if (OS.isLinux()) {
      System.loadLibrary("jawt");
    }
    List<String> all = switches();
    all.addAll(deadEnd.switches());
    String[] switches = all.toArray(String[]::new);
    if (!CefApp.startup(switches)) {
      throw new IllegalStateException("Chromium's libraries did not start");
    }
    AppHandler handler = new AppHandler(switches);
    CefApp.addAppHandler(handler);
    CefApp app = CefApp.getInstance(switches, settings(profile));
    CefClient owner = app.createClient();
    if (CefApp.getState() == CefApp.CefAppState.INITIALIZATION_FAILED) {
      throw new IllegalStateException("Chromium did not initialise");
    }
    return new Chromium(app, owner, handler.down);
  }

  /** By absolute path, so that nothing else of that name is found first. */
  private static void load(Path bundle, String name) {
    System.load(bundle.resolve(System.mapLibraryName(name)).toString());
  }

  private static List<String> switches() {
    List<String> switches = new ArrayList<>(SWITCHES);
    if (OS.isLinux()) {
      // in a Wayland session Chromium would choose Wayland, which JCEF cannot do
      switches.add("--ozone-platform=x11");
    }
    return switches;
  }

  private static CefSettings settings(Path profile) {
    CefSettings settings = new CefSettings();
    // false: Chromium then has a thread of its own instead of AWT's; painting off-screen works
    settings.windowless_rendering_enabled = false;
    settings.root_cache_path = profile.toString();
    settings.cache_path = "";
    settings.log_severity = CefSettings.LogSeverity.LOGSEVERITY_DISABLE;
    settings.log_file = profile.resolve("log").toString();
    settings.remote_debugging_port = Integer.getInteger(DEVTOOLS, 0);
    return settings;
  }

  CefClient owner() {
    return owner;
  }

  String version() {
    return app.getVersion().getChromeVersion();
  }

  /** Ends Chromium. Blocks until it is down, or for the time given. */
  boolean end(long millis) throws InterruptedException {
    app.dispose();
    return down.await(millis, TimeUnit.MILLISECONDS);
  }

  private static final class AppHandler extends CefAppHandlerAdapter {

    private final CountDownLatch down = new CountDownLatch(1);

    AppHandler(String[] switches) {
      super(switches);
    }

    @Override
    public void stateHasChanged(CefApp.CefAppState state) {
      if (state == CefApp.CefAppState.TERMINATED) {
        down.countDown();
      }
    }

    /** Otherwise Chromium opens a browser window of its own on the agent's screen. */
    @Override
    public boolean onAlreadyRunningAppRelaunch(CefCommandLine commandLine, String directory) {
      return true;
    }
  }
}
