package io.kpiwidget.chromium.link;

/** What the browser process tells the desktop, of one of its pages or of itself. */
public sealed interface ToDesktop {

  /** A step on the way; {@code fraction} is 0 to 1, or negative when it cannot be told. */
  record Progress(String step, double fraction) implements ToDesktop {}

  /** The bundle is in {@code folder}; the installer's last message. */
  record Installed(String folder) implements ToDesktop {}

  /** Chromium is initialised and the page is on its way. */
  record Started(long pid, String version) implements ToDesktop {}

  /** Frames come through this file from now on. */
  record Surface(String path, int slotBytes) implements ToDesktop {}

  /**
   * A new picture; only {@code dirty} differs from the one before.
   *
   * @param scale device pixels for a pixel of the page, when it was painted
   */
  record Frame(long sequence, int width, int height, double scale, Area dirty)
      implements ToDesktop {}

  /** The frame just sent was painted after {@link ToBrowser.Paint} with this ticket. */
  record Painted(long ticket) implements ToDesktop {}

  /**
   * The host page's own thread still runs, every {@link Entry#PAGE_BEAT}; or, of no page, the
   * process does, every {@link Entry#BEAT}.
   */
  record Alive() implements ToDesktop {}

  /** A cursor in AWT's numbers. */
  record Pointer(int cursor) implements ToDesktop {}

  /** The focus went past the page's last (or first) element. */
  record FocusLeaves(boolean forward) implements ToDesktop {}

  /** A JSON text that the host page, and no other frame, posted. */
  record Posted(String json) implements ToDesktop {}

  /** Something that the page tried and may not. */
  record Refused(String kind) implements ToDesktop {}

  /** A line of the page's console, without what follows ? or # in addresses. */
  record Console(String level, String text) implements ToDesktop {}

  /**
   * The page, or of no page the process, cannot go on. {@code detail} is for people, without
   * secrets.
   */
  record Failed(String code, String detail) implements ToDesktop {}
}
