package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.link.FrameFile;
import io.kpiwidget.chromium.link.ToDesktop;
import java.util.function.Consumer;

/** Where the pages' pictures go. Any thread, returns at once. */
interface Picture {

  /** Copies the frame out of {@code file} and then says whether it was whole. */
  void show(FrameFile file, ToDesktop.Frame frame, Consumer<Boolean> copied);

  /** The frame shown last answers the {@code ticket}. */
  void painted(long ticket);

  /** The process is gone; what still waits for it waits in vain. */
  void ended();

  void pointer(int cursor);

  void focusLeaves(boolean forward);
}
