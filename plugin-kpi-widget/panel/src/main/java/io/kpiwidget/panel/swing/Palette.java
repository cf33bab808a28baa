package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.widget.KpiStatus;
import java.awt.Color;
import java.awt.Font;
import javax.swing.UIManager;

/**
 * The look's colours and fonts as the view uses them. All come from {@link UIManager}; those that
 * carry text or meaning are mended until they stand out from a card by 4.5 : 1, lines by 3 : 1.
 *
 * @param accent the agent's own line in a chart
 * @param faint for titles and remarks
 * @param second the other line of a chart
 */
record Palette(
    Color ground,
    Color card,
    Color line,
    Color text,
    Color faint,
    Color accent,
    Color second,
    Color good,
    Color warn,
    Color bad,
    Font font) {

  /** The present look and feel's palette. */
  static Palette current() {
    var ground = color("Panel.background", Color.LIGHT_GRAY);
    var card = color("TextField.background", Color.WHITE);
    var text = Contrast.readable(color("Label.foreground", Color.BLACK), card);
    return new Palette(
        ground,
        card,
        Contrast.mix(card, text, 0.18),
        text,
        Contrast.readable(Contrast.mix(text, card, 0.35), card),
        line("Component.accentColor", new Color(0x2675BF), card),
        line("Actions.Yellow", new Color(0xB5651D), card),
        status("Actions.Green", new Color(0x2E8B57), card),
        status("Actions.Yellow", new Color(0xB8860B), card),
        status("Actions.Red", new Color(0xC03030), card),
        UIManager.getFont("Label.font"));
  }

  private static Color status(String key, Color otherwise, Color card) {
    return Contrast.readable(color(key, otherwise), card);
  }

  private static Color line(String key, Color otherwise, Color card) {
    return Contrast.visible(color(key, otherwise), card);
  }

  /** A plain colour: a UIResource would be replaced at the next change of look. */
  private static Color color(String key, Color otherwise) {
    var color = UIManager.getColor(key);
    return new Color(color == null ? otherwise.getRGB() : color.getRGB());
  }

  /** A status' colour; neutral has the text's. */
  Color of(KpiStatus status) {
    return switch (status) {
      case NEUTRAL -> text;
      case ON_TARGET -> good;
      case NEAR_LIMIT -> warn;
      case BREACHED -> bad;
    };
  }

  /** The colour of a figure: calm unless the agent should act. */
  Color figure(KpiStatus status, boolean expired) {
    if (expired) {
      return faint;
    }
    return status == KpiStatus.ON_TARGET ? text : of(status);
  }

  /** The unit of distance, in pixels: a third of the font's size. */
  int gap() {
    return Math.max(3, Math.round(font.getSize2D() / 3));
  }

  /** A tile's figure. */
  Font large() {
    return font.deriveFont(Font.BOLD, font.getSize2D() * 1.8f);
  }

  /** The figure of a tile with a row of its own. */
  Font huge() {
    return font.deriveFont(Font.BOLD, font.getSize2D() * 2.8f);
  }

  /** The status' shape in its colour, to stand before a word. */
  StatusIcon icon(KpiStatus status, boolean expired) {
    int size = Math.round(font.getSize2D() * 0.62f);
    return new StatusIcon(status, expired ? faint : of(status), size);
  }

  Font bold() {
    return font.deriveFont(Font.BOLD);
  }

  Font small() {
    return font.deriveFont(Font.PLAIN, Math.max(10f, font.getSize2D() * 0.9f));
  }
}
