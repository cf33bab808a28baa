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
 *
 * <p>Nothing in it changes when the look does: the host makes the next theme, and {@link
 * PanelContext#onTheme} brings it. It may be kept after the plugin's stop.
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

  /**
   * Returns whether light text stands on a dark ground. Decided by the ground's brightness, since
   * looks and feels do not say.
   */
  public boolean dark() {
    return dark;
  }

  /** Returns the ground of panels; never null. It may be translucent when the look's is. */
  public Color background() {
    return background;
  }

  /** Returns the colour of text on the ground; never null. */
  public Color foreground() {
    return foreground;
  }

  /**
   * Returns the colour of what is selected or active: FlatLaf's accent colour where that is the
   * look, else that of selected text. Never null.
   */
  public Color accent() {
    return accent;
  }

  /**
   * Returns the font of labels; never null. Its size is in Swing's pixels, before the screen's
   * scaling.
   */
  public Font font() {
    return font;
  }

  /**
   * Equal when all parts are. The host drops a theme that equals the present one, so a panel may
   * repaint itself whenever it hears of one.
   */
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
