package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.bundle.Natives;
import io.kpiwidget.chromium.link.ToBrowser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import org.checkerframework.checker.guieffect.qual.UI;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/**
 * A page of Chromium, which has a process of its own, and the lightweight component that shows it.
 */
public final class BrowserView implements AutoCloseable {

  private final PageCanvas canvas;
  private final Browsers owner;
  private final Supervisor supervisor;
  private final Page page;

  @UIEffect
  BrowserView(Browsers owner, Supervisor supervisor, Settings settings, Listener listener) {
    Input input = new Input(supervisor);
    canvas = new PageCanvas(input::send);
    page = new Page(settings, listener, canvas);
    input.target = page;
    this.owner = owner;
    this.supervisor = supervisor;
  }

  Supervisor supervisor() {
    return supervisor;
  }

  Page page() {
    return page;
  }

  /** The component; the same one for the view's whole life. */
  @UIEffect
  public JComponent component() {
    return canvas;
  }

  /**
   * Sends {@code json} to the host page's event stream. The newest event of each type is kept and
   * sent again to a new document. Any thread, returns at once.
   */
  public void push(String type, String json) {
    supervisor.push(page, new ToBrowser.Push(type, json));
  }

  /**
   * Runs {@code work} on the EDT, later, once a frame of what the page shows from now on is in the
   * component's picture; a page that changes nothing is painted again for it. That takes a second
   * at most while the view is showing, and waits while it is not. Dropped when the process ends.
   */
  @UIEffect
  public void afterNextFrame(@UI Runnable work) {
    page.send(new ToBrowser.Paint(canvas.await(work)));
  }

  /** Whether anybody can see the component. Any thread. */
  public void showing(boolean showing) {
    supervisor.showing(page, new ToBrowser.Show(showing));
  }

  /** The bearer token for requests to {@code origin} only; null takes it back. Any thread. */
  public void authorize(String origin, @Nullable String token) {
    supervisor.authorize(page, new ToBrowser.Authorize(origin, token));
  }

  /** Starts the process, or only the page, again after {@link BrowserState.Gone}. Any thread. */
  public void restart() {
    supervisor.restart(page);
  }

  /** Stops fetching and unpacking Chromium; nothing else. Any thread, returns at once. */
  public void cancelInstall() {
    supervisor.cancelInstall();
  }

  /** Ends the page, and the process with its last page. Any thread, returns at once, idempotent. */
  @Override
  public void close() {
    owner.close(this);
  }

  /** From the component to the page, each of which needs the other. */
  private static final class Input {

    private final Supervisor supervisor;
    private @Nullable Page target;

    Input(Supervisor supervisor) {
      this.supervisor = supervisor;
    }

    void send(ToBrowser message) {
      Page present = target;
      if (present != null && message instanceof ToBrowser.Resize size) {
        supervisor.resize(present, size);
      } else if (present != null) {
        present.send(message);
      }
    }
  }

  /** Called on a background thread, in order. */
  public interface Listener {

    /** A JSON object that the host page posted; checked for origin, not for content. */
    void message(String json);

    void state(BrowserState state);

    /** The page tried what it may not: "popup", "download", "login" and the like. */
    default void refused(String kind) {}
  }

  /**
   * What the process needs.
   *
   * @param launcher the {@code java} program to run the process with
   * @param jar the plugin jar, which is the process's class path
   * @param natives where Chromium's files are
   * @param dataDir where the bundle and short-lived files may be put
   * @param hostOrigin the origin under which {@code pages} are served
   * @param pages path to answer
   * @param refusal the headers of what is not there
   * @param frameOrigins origins that frames may be loaded from
   */
  public record Settings(
      Path launcher,
      Path jar,
      Natives natives,
      Path dataDir,
      String hostOrigin,
      Map<String, Answer> pages,
      Map<String, String> refusal,
      List<String> frameOrigins) {}

  /** One static answer; {@code body} is sent as UTF-8. */
  public record Answer(Map<String, String> headers, String body) {}
}
