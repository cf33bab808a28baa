package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReportsTest {

  private static final String MODULE = "reports.js";

  /** Posts that end when told, so that the order can be seen. */
  private static final String REPORTS =
      """
      const posted = [];
      let end = null;
      const post = (json) => {
        posted.push(JSON.parse(json));
        return {catch: () => ({then: (next) => { end = next; }})};
      };
      const r = m.reports(post, (action) => action());
      const done = () => { const e = end; end = null; if (e) e(); };
      """;

  @Test
  void event_eachOne_isPostedInOrderAndAlone() {
    assertThat(
            Js.json(
                MODULE,
                REPORTS
                    + """
                    r.event({type: 'hello'}); r.event({type: 'action', n: 1}); r.event({type: 'action', n: 2});
                    const first = posted.length;
                    done(); done(); done();
                    return [first, posted.map(({type, n}) => type + (n ?? ''))];
                    """))
        .isEqualTo("[1,[\"hello\",\"action1\",\"action2\"]]");
  }

  @Test
  void state_whileOneIsOnItsWay_onlyTheNewestFollows() {
    assertThat(
            Js.json(
                MODULE,
                REPORTS
                    + """
                    for (let version = 1; version <= 50; version++) r.state({type: 'shown', version});
                    done(); done(); done();
                    return posted.map(({version}) => version);
                    """))
        .isEqualTo("[1,50]");
  }

  @Test
  void firstWords_comeAtOnce_laterOnesWithPauses() {
    assertThat(
            Js.json(
                MODULE,
                """
                const pauses = [];
                const post = () => ({catch: () => ({then: (next) => next()})});
                const r = m.reports(post, (action, ms) => { pauses.push(ms); action(); });
                for (let n = 0; n < 6; n++) r.event({type: 'action'});
                return pauses;
                """))
        .isEqualTo("[0,0,0,50,50,50]");
  }

  @Test
  void event_flood_isBounded() {
    assertThat(
            Js.json(
                MODULE,
                REPORTS
                    + """
                    for (let n = 0; n < 1000; n++) r.event({type: 'widget'});
                    r.state({type: 'shown'});
                    while (end) done();
                    return posted.length;
                    """))
        .isEqualTo("65");
  }
}
