package io.kpiwidget.panel;

import io.kpiwidget.host.Theme;
import io.kpiwidget.panel.swing.Contrast;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import org.checkerframework.checker.guieffect.qual.SafeType;

/**
 * The pages' colours, made of the desktop's: text is readable on the page, on cards and on a card
 * that is tinted with a status, lines stand out from page and card.
 */
@SafeType
record PageLook(boolean dark, Color page, Color ink, Color accent) {

  private static final Color GOOD = new Color(0x1A7A44);
  private static final Color WARN = new Color(0x8A5300);
  private static final Color BAD = new Color(0xB3261E);
  private static final Color GOOD_ON_DARK = new Color(0x6FCF97);
  private static final Color WARN_ON_DARK = new Color(0xF0B455);
  private static final Color BAD_ON_DARK = new Color(0xFF8F87);

  /** What cards are tinted with: deep on dark, so that the ink on them keeps its contrast. */
  private static final Color WARN_TINT = new Color(0xC98A1B);

  private static final Color BAD_TINT = new Color(0xD0443A);
  private static final Color WARN_TINT_ON_DARK = new Color(0x7A4A00);
  private static final Color BAD_TINT_ON_DARK = new Color(0x8E1C14);

  static PageLook of(Theme theme) {
    return new PageLook(theme.dark(), theme.background(), theme.foreground(), theme.accent());
  }

  /** The colours by the names of the style sheets' custom properties, without the dashes. */
  Map<String, Color> tokens() {
    var card = Contrast.mix(page, pole(), dark ? 0.05 : 0.03);
    var warnCard = tinted(card, dark ? WARN_TINT_ON_DARK : WARN_TINT);
    var badCard = tinted(card, dark ? BAD_TINT_ON_DARK : BAD_TINT);
    var tokens = new LinkedHashMap<String, Color>();
    tokens.put("page", page);
    tokens.put("card", card);
    tokens.put("card-warn", warnCard);
    tokens.put("card-bad", badCard);
    addText(tokens, card, page, card, warnCard, badCard);
    tokens.put("accent", Contrast.readable(accent, page, card));
    return tokens;
  }

  private void addText(Map<String, Color> tokens, Color card, Color... grounds) {
    var text = Contrast.readable(ink, grounds);
    tokens.put("ink", text);
    tokens.put("strong", Contrast.mix(text, pole(), 0.45));
    tokens.put("quiet", Contrast.readable(Contrast.mix(text, card, 0.36), grounds));
    tokens.put("line", Contrast.mix(card, text, dark ? 0.16 : 0.13));
    tokens.put("edge", Contrast.visible(Contrast.mix(card, text, 0.4), page, card));
    tokens.put("good", Contrast.readable(dark ? GOOD_ON_DARK : GOOD, grounds));
    tokens.put("warn", Contrast.readable(dark ? WARN_ON_DARK : WARN, grounds));
    tokens.put("bad", Contrast.readable(dark ? BAD_ON_DARK : BAD, grounds));
  }

  private Color tinted(Color card, Color tint) {
    return Contrast.mix(card, tint, dark ? 0.3 : 0.1);
  }

  /** Away from the page. */
  private Color pole() {
    return dark ? Color.WHITE : Color.BLACK;
  }
}
