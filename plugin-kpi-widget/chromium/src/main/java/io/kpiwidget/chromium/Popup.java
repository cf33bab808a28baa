package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.Area;
import java.awt.Rectangle;
import java.nio.ByteBuffer;

/**
 * A drop-down list of the page, which Chromium paints apart.
 *
 * @param at in the page's pixels; the rest is in device pixels
 */
record Popup(Rectangle at, ByteBuffer pixels, int width, int height) {

  Area area(double scale) {
    int left = (int) Math.round(at.x * scale);
    int top = (int) Math.round(at.y * scale);
    return new Area(left, top, width, height);
  }
}
