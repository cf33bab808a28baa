package io.kpiwidget.chromium.link;

/** A rectangle in device pixels. */
public record Area(int x, int y, int width, int height) {

  /** The smallest area that holds this one and {@code other}. */
  public Area union(Area other) {
    if (empty()) {
      return other;
    }
    if (other.empty()) {
      return this;
    }
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return new Area(
        left,
        top,
        Math.max(x + width, other.x + other.width) - left,
        Math.max(y + height, other.y + other.height) - top);
  }

  /** The part that lies within a picture of the given size. */
  public Area within(int maxWidth, int maxHeight) {
    int left = Math.max(0, Math.min(x, maxWidth));
    int top = Math.max(0, Math.min(y, maxHeight));
    int right = Math.max(left, Math.min(x + width, maxWidth));
    int bottom = Math.max(top, Math.min(y + height, maxHeight));
    return new Area(left, top, right - left, bottom - top);
  }

  public boolean empty() {
    return width <= 0 || height <= 0;
  }
}
