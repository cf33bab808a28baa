package io.kpiwidget.panel.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/** Chromium in a process of its own, and the lightweight component that shows it. */
public final class BrowserView implements AutoCloseable {

  private BrowserView() {}

  /** Starts the browser process. Returns at once. */
  @UIEffect
  public static BrowserView open(Settings settings, Listener listener) {
    throw new UnsupportedOperationException();
  }

  /** The component; the same one for the view's whole life. */
  @UIEffect
  public JComponent component() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends {@code json} to the host page's event stream. The newest event of each type is kept and
   * sent again to a new document. Any thread, returns at once.
   */
  public void push(String type, String json) {
    throw new UnsupportedOperationException();
  }

  /** Whether anybody can see the component. Any thread. */
  public void showing(boolean showing) {
    throw new UnsupportedOperationException();
  }

  /** The bearer token for requests to {@code origin} only; null takes it back. Any thread. */
  public void authorize(String origin, @Nullable String token) {
    throw new UnsupportedOperationException();
  }

  /** Starts the process again after {@link BrowserState.Gone}. Any thread. */
  public void restart() {
    throw new UnsupportedOperationException();
  }

  /** Ends the process. Any thread, returns at once, idempotent. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  /** Called on a background thread, in order. */
  public interface Listener {

    /** A JSON object that the host page posted; checked for origin, not for content. */
    void message(String json);

    void state(BrowserState state);
  }

  /**
   * What the process needs.
   *
   * @param launcher the {@code java} program to run the process with
   * @param jar the plugin jar, which is the process's class path
   * @param bundle an unpacked Chromium bundle or a natives jar; empty to look beside the plugin jar
   * @param dataDir where the bundle and short-lived files may be put
   * @param hostOrigin the origin under which {@code pages} are served
   * @param pages path to answer
   * @param frameOrigins origins that frames may be loaded from
   */
  public record Settings(
      Path launcher,
      Path jar,
      Optional<Path> bundle,
      Path dataDir,
      String hostOrigin,
      Map<String, Answer> pages,
      List<String> frameOrigins) {}

  /** One static answer; {@code body} is sent as UTF-8. */
  public record Answer(Map<String, String> headers, String body) {}
}
