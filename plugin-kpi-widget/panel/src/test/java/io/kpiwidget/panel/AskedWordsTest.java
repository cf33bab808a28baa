package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.panel.state.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class AskedWordsTest {

  @Test
  void question_isTheSupportDesksFirstLook() {
    assertThat(Samples.askedWords(Texts.in(Locale.UK)))
        .startsWith(
            """
            TIMEOUT K7F3QZ
            No answer came.
            Wait.

            QUEUES NOW
            Current, 5 s old, next in 25 s
            POST /v2/analytics/query at api.example
            Figures: waiting, longestWait
            Time (UTC): 2026-11-22 23:00 to 2026-11-23 23:00
            Agent 3fa91c, permissions 99ab01 (marks, not ids)
            Last status 304; 25% of 16 looks from memory; 20,480 bytes
            """);
  }

  @Test
  void german_isGermanThroughout() {
    assertThat(Samples.askedWords(Texts.in(Locale.GERMANY)))
        .contains("\n\nWARTESCHLANGEN JETZT\nAktuell, 5 s alt, n\u00e4chste in 25 s\n")
        .contains("Letzter Status 304; 25\u00a0% von 16 Blicken aus dem Speicher; 20.480 Bytes");
  }
}
