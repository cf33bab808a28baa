package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.panel.swing.Contrast;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageLookTest {

  private static final List<String> GROUNDS = List.of("page", "card", "card-bad", "card-warn");

  @ParameterizedTest
  @CsvSource({
    "false,#f2f2f2,#000000,#2675bf", // FlatLaf light
    "true,#3c3f41,#bbbbbb,#4b6eaf", // FlatLaf Darcula
    "true,#1e1f22,#dfe1e5,#3574f0",
    "false,#eeeeee,#333333,#b8cfe5", // Metal
    "false,#ffffff,#aaaaaa,#ffff00", // unreadable as given
    "true,#000000,#444444,#000080"
  })
  void tokens_areReadableOnEveryGround(boolean dark, String page, String ink, String accent) {
    var tokens = look(dark, page, ink, accent).tokens();
    for (var text : List.of("ink", "strong", "quiet", "good", "warn", "bad")) {
      assertThat(GROUNDS)
          .as(text)
          .allMatch(ground -> Contrast.ratio(color(tokens, text), color(tokens, ground)) >= 4.5);
    }
    for (var ground : List.of("page", "card")) {
      assertThat(Contrast.ratio(color(tokens, "accent"), color(tokens, ground)))
          .isGreaterThanOrEqualTo(4.5);
      assertThat(Contrast.ratio(color(tokens, "edge"), color(tokens, ground)))
          .isGreaterThanOrEqualTo(3.0);
    }
  }

  @Test
  void tokens_readableTheme_keepTheDesktopsColours() {
    var tokens = look(true, "#3c3f41", "#bbbbbb", "#4b6eaf").tokens();
    assertThat(tokens).containsEntry("page", Color.decode("#3c3f41"));
    assertThat(tokens).containsEntry("ink", Color.decode("#bbbbbb"));
  }

  private static Color color(Map<String, Color> tokens, String name) {
    return Optional.ofNullable(tokens.get(name)).orElseThrow();
  }

  private static PageLook look(boolean dark, String page, String ink, String accent) {
    return new PageLook(dark, Color.decode(page), Color.decode(ink), Color.decode(accent));
  }
}
