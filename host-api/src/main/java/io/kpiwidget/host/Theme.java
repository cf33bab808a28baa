package io.kpiwidget.host;

import java.awt.Color;
import java.awt.Font;
import java.util.Objects;
import javax.swing.UIManager;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/**
 * The desktop's look, read from {@link UIManager}, so that a desktop need not tell it. Immutable,
 * safe on any thread; colours and font are plain values, not those of the look and feel.
 */
public final class Theme {

  private final boolean dark;
  private final Color background;
  private final Color foreground;
  private final Color accent;
  private final Font font;

  Theme(boolean dark, Color background, Color foreground, Color accent, Font font) {
    this.dark = dark;
    this.background = background;
    this.foreground = foreground;
    this.accent = accent;
    this.font = font;
  }

  /** The present look and feel's theme; a look that lacks a colour gets a plain one. */
  @UIEffect
  static Theme current() {
    Color background = color("Panel.background", Color.WHITE);
    Color foreground = color("Label.foreground", Color.BLACK);
    Color accent = color("Component.accentColor", color("textHighlight", foreground));
    Font font = UIManager.getFont("Label.font");
    return new Theme(
        luminance(background) < 128,
        background,
        foreground,
        accent,
        font == null ? new Font(Font.DIALOG, Font.PLAIN, 12) : font);
  }

  /** Plain colours, so that nothing of the look and feel stays alive in a plugin. */
  @UIEffect
  private static Color color(String key, Color otherwise) {
    Color color = UIManager.getColor(key);
    return color == null ? otherwise : new Color(color.getRGB(), true);
  }

  private static double luminance(Color c) {
    return 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue();
  }

  /** Whether light text stands on a dark ground. */
  public boolean dark() {
    return dark;
  }

  /** Returns the ground of panels. */
  public Color background() {
    return background;
  }

  /** Returns the colour of text on it. */
  public Color foreground() {
    return foreground;
  }

  /** Returns the colour of what is selected or active; FlatLaf's accent colour where it is. */
  public Color accent() {
    return accent;
  }

  /** Returns the font of labels; its size is in Swing's pixels. */
  public Font font() {
    return font;
  }

  /** Equal when all parts are; the host drops a theme that equals the present one. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Theme)) {
      return false;
    }
    Theme that = (Theme) other;
    return dark == that.dark
        && background.equals(that.background)
        && foreground.equals(that.foreground)
        && accent.equals(that.accent)
        && font.equals(that.font);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dark, background, foreground, accent, font);
  }
}
