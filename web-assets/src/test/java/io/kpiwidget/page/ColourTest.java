package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColourTest {

  private static final String MODULE = "colour.js";

  @Test
  void contrast_blackOnWhite_isTwentyOne() {
    assertThat(Js.run(MODULE, "return m.contrast('#000000', '#ffffff');").asDouble())
        .isEqualTo(21.0);
  }

  @ParameterizedTest
  @CsvSource({
    "light,#ffffff,#1c1e21,", // before the desktop says its theme
    "dark,#202124,#e8eaed,",
    "light,#f2f2f2,#000000,#2675bf", // FlatLaf light
    "dark,#3c3f41,#bbbbbb,#4b6eaf", // FlatLaf Darcula
    "dark,#1e1f22,#dfe1e5,#3574f0",
    "light,#eeeeee,#333333,#b8cfe5", // Metal
    "light,#ffffff,#aaaaaa,#ffff00", // unreadable as given
    "dark,#000000,#444444,#000080"
  })
  void tokens_text_isReadableOnEveryGround(String scheme, String bg, String fg, String accent) {
    assertThat(
            Js.json(
                MODULE,
                """
                const [scheme, bg, fg, accent] = args;
                const t = m.tokens({scheme, bg, fg, accent: accent ?? undefined});
                const cards = ['page', 'card', 'card-bad', 'card-warn'];
                const pairs = ['ink', 'strong', 'quiet', 'good', 'warn', 'bad']
                  .flatMap((ink) => cards.map((ground) => [ink, ground, 4.5]));
                pairs.push(['accent', 'page', 4.5], ['accent', 'card', 4.5],
                  ['edge', 'page', 3], ['edge', 'card', 3]);
                return pairs.filter(([ink, ground, least]) => m.contrast(t[ink], t[ground]) < least)
                  .map(([ink, ground]) => `${ink} ${t[ink]} on ${ground} ${t[ground]}`);
                """,
                scheme,
                bg,
                fg,
                accent))
        .isEqualTo("[]");
  }

  @Test
  void tokens_readableTheme_keepsTheDesktopsColours() {
    assertThat(
            Js.json(
                MODULE,
                """
                const {page, ink} = m.tokens({scheme: 'dark', bg: '#3c3f41', fg: '#bbbbbb'});
                return [page, ink];
                """))
        .isEqualTo("[\"#3c3f41\",\"#bbbbbb\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'#fff'",
        "'#FFFFFF'",
        "'red'",
        "'#ffffff;}'",
        "'#ffffff\\n'",
        "'url(//x)'",
        "null",
        "{}"
      })
  void applyTheme_strangeColour_changesNothing(String bg) {
    Js.script("fake-dom.js");
    assertThat(
            Js.json(
                MODULE,
                "const root = freshDocument().documentElement; m.applyTheme(root, {bg: "
                    + bg
                    + ", fg: '#000000'}); return root.style.values.size;"))
        .isEqualTo("0");
  }

  @Test
  void applyTheme_fontAndSize_onlyHarmlessOnes() {
    Js.script("fake-dom.js");
    assertThat(
            Js.json(
                MODULE,
                """
                const root = freshDocument().documentElement;
                const theme = {scheme: 'dark', bg: '#202124', fg: '#e8eaed'};
                m.applyTheme(root, {...theme, font: 'x";}', size: 1e9});
                const refused = [root.style.getPropertyValue('--font'), root.style.getPropertyValue('--size')];
                m.applyTheme(root, {...theme, font: 'Segoe UI', size: 13});
                return [...refused, root.style.getPropertyValue('--font'),
                  root.style.getPropertyValue('--size'), root.style.getPropertyValue('color-scheme')];
                """))
        .isEqualTo("[\"\",\"\",\"\\\"Segoe UI\\\"\",\"13px\",\"dark\"]");
  }
}
