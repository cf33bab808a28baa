package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.link.FrameFile;
import io.kpiwidget.chromium.link.ToDesktop;
import java.util.function.Consumer;

/** Where the pages' pictures go. Any thread, returns at once. */
interface Picture {

  /** Copies the frame out of {@code file} and then says whether it was whole. */
  void show(FrameFile file, ToDesktop.Frame frame, Consumer<Boolean> copied);

  void pointer(int cursor);

  void focusLeaves(boolean forward);
}
