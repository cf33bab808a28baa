package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AnnouncerTest {

  private static final String MODULE = "announcer.js";
  private static final String ANNOUNCER =
      """
      let time = 100000;
      const said = [];
      let planned = [];
      const a = m.announcer({say: (text) => said.push(text), now: () => time,
        later: (action, ms) => planned.push({action, at: time + ms})});
      const pass = (ms) => {
        time += ms;
        const due = planned.filter(({at}) => at <= time);
        planned = planned.filter(({at}) => at > time);
        due.forEach(({action}) => action());
      };
      const hear = (...statuses) => a.hear(statuses.map((status, i) =>
        ({id: `k${i}`, status, sentence: status === 'neutral' ? '' : `k${i} ${status}`})));
      """;

  @Test
  void hear_firstStatuses_areNoNews() {
    assertThat(Js.json(MODULE, ANNOUNCER + "hear('breached'); pass(60000); return said;"))
        .isEqualTo("[]");
  }

  @Test
  void hear_news_isSaidOnce_evenIfItIsThereFromTheStart() {
    assertThat(
            Js.json(
                MODULE,
                ANNOUNCER
                    + """
                    const news = {id: 'n', status: '', sentence: 'Billing was closed.', news: true};
                    const tile = {id: 'k', status: 'breached', sentence: 'k breached'};
                    a.hear([tile, news]); pass(0); a.hear([tile, news]); pass(60000);
                    return said;
                    """))
        .isEqualTo("[\"Billing was closed.\"]");
  }

  @Test
  void hear_sameStatusAgain_isNoNews() {
    assertThat(
            Js.json(
                MODULE,
                ANNOUNCER + "hear('breached'); hear('breached'); pass(60000); return said;"))
        .isEqualTo("[]");
  }

  @Test
  void hear_changes_areSaidTogether() {
    assertThat(
            Js.json(
                MODULE,
                ANNOUNCER
                    + "hear('neutral', 'onTarget'); hear('breached', 'nearLimit'); pass(0); return said;"))
        .isEqualTo("[\"k0 breached. k1 nearLimit\"]");
  }

  @Test
  void hear_moreWithinFifteenSeconds_waitsAndSaysTheNewest() {
    assertThat(
            Js.json(
                MODULE,
                ANNOUNCER
                    + """
                    hear('neutral'); hear('breached'); pass(0);
                    hear('onTarget'); pass(5000);
                    hear('nearLimit'); pass(9999);
                    const before = said.length;
                    pass(1);
                    return [before, said];
                    """))
        .isEqualTo("[1,[\"k0 breached\",\"k0 nearLimit\"]]");
  }
}
