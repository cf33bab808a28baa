package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a screen reader is told unasked. */
@ParameterizedClass
@EnumSource
final class AnnouncerTest {

  private final KpiPage page;

  AnnouncerTest(KpiPage page) {
    this.page = page;
  }

  /** Snapshots of two tiles by their statuses, and what was said since. */
  private static final String SAID =
      """
      const said = [];
      const show = (first, second, more = {}) => {
        const s = sampleSnapshot(more);
        s.kpis.length = 2;
        [s.kpis[0].status, s.kpis[1].status] = [first, second];
        view.show(s);
      };
      const pass = (ms) => {
        view.pass(ms);
        const [text] = texts('#live');
        if (text !== said.at(-1)) said.push(text);
      };
      pass(0);
      """;

  private String said(String body) {
    return page.json(SAID + body + "return said.slice(1);");
  }

  @Test
  void firstStatuses_areNoNews() {
    assertThat(said("show('breached', 'nearLimit'); pass(60000);")).isEqualTo("[]");
  }

  @Test
  void sameStatus_withAnotherValue_isNoNews() {
    assertThat(
            said(
                """
                show('breached', 'breached');
                const s = sampleSnapshot();
                s.kpis[0].status = 'breached';
                s.kpis[0].value = 99;
                view.show(s);
                pass(60000);
                """))
        .isEqualTo("[]");
  }

  @Test
  void changes_areSaidTogether() {
    assertThat(said("show('neutral', 'onTarget'); show('breached', 'nearLimit'); pass(0);"))
        .isEqualTo(
            "[\"Waiting now: 6, breached. Longest wait: 3 minutes, 7 seconds, near limit.\"]");
  }

  @Test
  void moreWithinFifteenSeconds_waitsAndSaysTheNewest() {
    assertThat(
            said(
                """
                show('neutral', 'neutral'); show('breached', 'neutral'); pass(0);
                show('onTarget', 'neutral'); pass(5000);
                show('nearLimit', 'neutral'); pass(9999);
                said.push('-'); pass(1);
                """))
        .isEqualTo("[\"Waiting now: 6, breached.\",\"-\",\"Waiting now: 6, near limit.\"]");
  }

  @Test
  void newsAndTrouble_areSaidOnce() {
    assertThat(
            said(
                """
                const more = {notices: [{id: 'a', title: 'Billing was closed.', about: 'Nothing to do.'}],
                  state: {kind: 'offline', sentence: 'No network.'}};
                show('breached', 'neutral', more); pass(0);
                show('breached', 'neutral', more); pass(60000);
                """))
        .isEqualTo("[\"No network. Billing was closed. Nothing to do.\"]");
  }

  @Test
  void starting_isNotSaid() {
    assertThat(
            said(
                "show('neutral', 'neutral', {state: {kind: 'starting', sentence: 'Starting'}}); pass(0);"))
        .isEqualTo("[]");
  }
}
