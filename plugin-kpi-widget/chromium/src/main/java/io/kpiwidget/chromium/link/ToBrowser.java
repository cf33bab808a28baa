package io.kpiwidget.chromium.link;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the desktop tells a page of the browser process. */
public sealed interface ToBrowser {

  /**
   * A page's first message: what to show and how large. The process's first one starts Chromium.
   *
   * @param frameOrigins origins that frames may be loaded from
   * @param scratchDir a folder for short-lived files
   * @param width in pixels of the page
   * @param scale device pixels for a pixel of the page
   */
  record Open(
      Site site, List<String> frameOrigins, String scratchDir, int width, int height, double scale)
      implements ToBrowser {}

  /**
   * What is answered in place of the network.
   *
   * @param origin whose requests are answered
   * @param pages by path
   * @param refusal the headers of what is not there
   */
  record Site(String origin, Map<String, StaticAnswer> pages, Map<String, String> refusal) {}

  /** The page is not wanted any more, with all that it keeps. */
  record Leave() implements ToBrowser {}

  /** One static answer; {@code body} is sent as UTF-8. */
  record StaticAnswer(Map<String, String> headers, String body) {}

  /** An event for the host page; the newest of each type is kept for a new document. */
  record Push(String type, String json) implements ToBrowser {

    /** Without what is said: it may be a token. */
    @Override
    public String toString() {
      return "Push[" + type + ", …]";
    }
  }

  /** The bearer token for one origin; null takes it back. */
  record Authorize(String origin, @Nullable String token) implements ToBrowser {

    @Override
    public String toString() {
      return "Authorize[" + origin + (token == null ? ", none]" : ", …]");
    }
  }

  /** Stops installing; what was fetched so far is kept for the next time. */
  record Cancel() implements ToBrowser {}

  record Resize(int width, int height, double scale) implements ToBrowser {}

  /** Whether anybody can see the page. */
  record Show(boolean showing) implements ToBrowser {}

  record Focus(boolean focused) implements ToBrowser {}

  /** A mouse event in AWT's numbers. */
  record Mouse(int id, int modifiers, int x, int y, int clicks, int button) implements ToBrowser {}

  /** A wheel event in AWT's numbers. */
  record Wheel(int modifiers, int x, int y, int scrollType, int scrollAmount, int rotation)
      implements ToBrowser {}

  /** A key event in AWT's numbers. */
  record Key(int id, int modifiers, int code, char character, int location) implements ToBrowser {}

  /** Asks for a frame of what the page shows from now on; tickets only grow. */
  record Paint(long ticket) implements ToBrowser {}

  /** The frame file is mapped and may be unlinked. */
  record Mapped() implements ToBrowser {}

  /** The frame was copied; its half of the file is free again. */
  record Copied(long sequence, boolean intact) implements ToBrowser {}
}
