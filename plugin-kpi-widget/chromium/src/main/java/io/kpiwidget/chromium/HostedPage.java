package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cef.CefBrowserSettings;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefRequestContext;
import org.cef.browser.SoftwareBrowser;
import org.cef.handler.CefFocusHandlerAdapter;

/** One host page in a context of its own: cookies and storage in memory, shared with nobody. */
final class HostedPage {

  private static final int FRAME_RATE = 30;
  private static final int HIDDEN_FRAME_RATE = 1;

  private final Events events = new Events();
  private final Credentials credentials = new Credentials();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Pulse pulse = new Pulse(this::runScript);
  private final Screen screen;
  private final SoftwareBrowser browser;
  private final Consumer<ToDesktop> desktop;

  private HostedPage(
      Chromium chromium, Scratch scratch, ToBrowser.Open open, Consumer<ToDesktop> desktop) {
    this.desktop = desktop;
    screen = new Screen(desktop, scratch.frameFolders());
    screen.resize(open.width(), open.height(), open.scale());
    Lockdown lockdown = new Lockdown(open.site().origin(), open.frameOrigins(), desktop);
    Requests requests = new Requests(site(open), credentials, lockdown);
    Navigation navigation = new Navigation(lockdown, requests, desktop);
    Handlers handlers = new Handlers(screen, lockdown, navigation, new Focus(), this::gone);
    browser =
        new SoftwareBrowser(
            chromium.owner(),
            handlers,
            screen,
            open.site().origin() + "/index.html",
            CefRequestContext.createContext(requests),
            settings());
    handlers.serve(browser);
  }

  static HostedPage open(
      Chromium chromium, Scratch scratch, ToBrowser.Open open, Consumer<ToDesktop> desktop) {
    HostedPage page = new HostedPage(chromium, scratch, open, desktop);
    page.browser.createImmediately();
    page.pulse.start();
    return page;
  }

  private HostSite site(ToBrowser.Open open) {
    return new HostSite(open.site(), events, new FromPage());
  }

  private static CefBrowserSettings settings() {
    CefBrowserSettings settings = new CefBrowserSettings();
    settings.windowless_frame_rate = FRAME_RATE;
    return settings;
  }

  /** The link's thread. */
  void take(ToBrowser message) {
    if (message instanceof ToBrowser.Push push) {
      events.push(push);
    } else if (message instanceof ToBrowser.Authorize authorize) {
      credentials.set(authorize.origin(), authorize.token());
    } else if (!tookInput(message)) {
      takeScreen(message);
    }
  }

  private boolean tookInput(ToBrowser message) {
    if (message instanceof ToBrowser.Mouse mouse) {
      browser.mouse(Input.event(mouse));
    } else if (message instanceof ToBrowser.Wheel wheel) {
      browser.wheel(Input.event(wheel));
    } else if (message instanceof ToBrowser.Key key) {
      browser.key(Input.event(key));
    } else if (message instanceof ToBrowser.Focus focus) {
      browser.setFocus(focus.focused());
    } else {
      return false;
    }
    return true;
  }

  private void takeScreen(ToBrowser message) {
    if (message instanceof ToBrowser.Resize size) {
      screen.resize(size.width(), size.height(), size.scale());
      browser.resized(size.width(), size.height());
    } else if (message instanceof ToBrowser.Show show) {
      show(show.showing());
    } else if (message instanceof ToBrowser.Mapped) {
      screen.mapped();
    } else if (message instanceof ToBrowser.Paint paint) {
      pulse.draw(paint.ticket(), this::drawn);
    } else if (message instanceof ToBrowser.Copied copied
        && screen.copied(copied.sequence(), copied.intact())) {
      browser.repaint();
    }
  }

  private void drawn(long ticket) {
    screen.owe(ticket);
    browser.repaint();
  }

  private void runScript(String script) {
    browser.executeJavaScript(script, "", 0);
  }

  private void show(boolean showing) {
    screen.show(showing);
    browser.setWindowlessFrameRate(showing ? FRAME_RATE : HIDDEN_FRAME_RATE);
    if (showing) {
      browser.repaint();
    }
  }

  /** Returns at once; its cookies and storage go with it. */
  void close() {
    pulse.stop();
    screen.show(false);
    browser.close(true);
  }

  private void gone() {
    screen.unlink();
    closed.countDown();
  }

  /** Blocks until the page is closed, or for the time given. */
  boolean awaitClosed(long millis) throws InterruptedException {
    return closed.await(millis, TimeUnit.MILLISECONDS);
  }

  private final class FromPage implements HostSite.Ear {

    @Override
    public void posted(String json) {
      desktop.accept(new ToDesktop.Posted(json));
    }

    @Override
    public void alive() {
      desktop.accept(new ToDesktop.Alive());
    }

    @Override
    public void drawn(long ticket) {
      HostedPage.this.drawn(ticket);
    }
  }

  private final class Focus extends CefFocusHandlerAdapter implements Held {

    private final Map<String, Long> addresses = Held.none();

    @Override
    public Map<String, Long> addresses() {
      return addresses;
    }

    @Override
    public void onTakeFocus(CefBrowser ignored, boolean next) {
      desktop.accept(new ToDesktop.FocusLeaves(next));
    }
  }
}
