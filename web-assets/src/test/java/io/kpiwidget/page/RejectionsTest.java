package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RejectionsTest {

  @Test
  void add_many_areToldByReasonInOneReportAndStartAgain() {
    assertThat(
            Js.json(
                "rejections.js",
                """
                const told = [];
                const timers = [];
                const r = m.rejections({report: (x) => told.push(x),
                  later: (action, ms) => timers.push([action, ms])});
                for (let i = 0; i < 1000; i++) r.add('source');
                r.add('origin');
                const before = [told.length, timers.length, timers[0][1]];
                timers.shift()[0]();
                r.add('rate');
                timers.shift()[0]();
                return [before, told.map(({counts}) => counts)];
                """))
        .isEqualTo("[[0,1,1000],[{\"source\":1000,\"origin\":1},{\"rate\":1}]]");
  }
}
