package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes through the port is shown sanely, or refused and counted. */
@ParameterizedClass
@EnumSource
final class BadInputTest {

  private final KpiPage page;

  BadInputTest(KpiPage page) {
    this.page = page;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "\u05d0\u202eabc\u2067",
        "{{x}} ${y} %s",
        "\" onfocus=\"alert(1)\" autofocus=\"",
        "'&quot;&#x3c;b&#62;",
        "\ud800 lone \udc00",
        "\u0000\u0007\u001b[31m",
        "a\u0301\u0301\u0301 \ud83d\udc69\u200d\ud83d\udcbb"
      })
  void everyText_isOnlyText(String text) {
    assertThat(
            page.json(
                """
                const known = new Set(all('[class]').map(({localName}) => localName));
                const s = sampleSnapshot({title: given, agent: {state: given},
                  state: {kind: given, sentence: given, nextStep: given}, age: given,
                  notices: [{id: given, title: given, about: given}]});
                s.kpis.forEach((kpi, i) => Object.assign(kpi, {id: given + i, title: given, about: given, mark: given, reason: given}));
                Object.assign(s.queues[0], {id: given, title: given});
                Object.assign(s.queues[0].cells[0], {id: given, title: given, reason: given});
                Object.assign(s.trends[0], {id: given, title: given});
                view.show(s);
                const nodes = [...document.body.descendants()];
                return [nodes.filter(({localName}) => ['img', 'b'].includes(localName)).length,
                  nodes.flatMap((node) => [...node.attributes.keys()]).filter((name) => /^(on|style|src|href)/.test(name)),
                  nodes.some((node) => /[\\p{Cs}\\u0000-\\u0008\\u202a-\\u202e\\u2066-\\u2069]/u.test(node.text)),
                  all('.tile').length, view.posted('rejected').length];
                """,
                text))
        .isEqualTo("[0,[],false,4,0]");
  }

  @Test
  void textOfTenThousand_isCut() {
    assertThat(
            page.json(
                """
                const long = 'Wort '.repeat(2000);
                const s = sampleSnapshot({title: long, agent: {state: long}});
                s.kpis[0].title = s.queues[0].title = s.queues[0].cells[0].title = s.trends[0].title = long;
                s.kpis[0].about = s.kpis[3].reason = s.kpis[3].mark = long;
                view.show(s);
                return Math.max(...[...document.body.descendants()].map((node) => node.text.length)) <= 601;
                """))
        .isEqualTo("true");
  }

  @Test
  void oddNumbers_areShownSanely() {
    assertThat(
            page.json(
                """
                const values = [NaN, Infinity, -Infinity, -5, -0, 0, 1e12, 1e300, 5e-324, 0.1 + 0.2];
                const of = (unit) => values.map((value, i) => ({id: `${unit}${i}`, unit, value, target: value,
                  delta: value, history: values}));
                view.show(sampleSnapshot({kpis: ['count', 'duration', 'ratio'].flatMap(of),
                  trends: [{id: 't', unit: 'count', target: NaN, times: values, own: values, queue: values}]}));
                const paths = all('path').map((path) => path.getAttribute('d') ?? '');
                return [texts('.tile .value'), texts('.delta').filter((text) => /NaN|Infinity|undefined/.test(text)),
                  paths.filter((d) => /NaN|Infinity|e\\+/.test(d)), texts('.label').filter((text) => /NaN|\\d{20}/.test(text))];
                """))
        .isEqualTo(
            "[[\"\u2013\",\"\u2013\",\"\u2013\",\"-5\",\"-0\",\"0\",\"1T\",\"\u2013\",\"0\",\"0.3\","
                + "\"\u2013\",\"\u2013\",\"\u2013\",\"0:00\",\"0:00\",\"0:00\",\"277,777,777:46:40\",\"\u2013\",\"0:00\",\"0:00\","
                + "\"\u2013\",\"\u2013\",\"\u2013\",\"-500%\",\"-0%\",\"0%\",\"100,000,000,000,000%\",\"\u2013\",\"0.0%\",\"30.0%\"],[],[],[]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1",
        "'snapshot'",
        "[]",
        "{}",
        "{type: 'x'}",
        "{type: '__proto__'}",
        "{type: 'constructor'}",
        "{type: 'theme'}",
        "{type: 'words'}",
        "{type: ['snapshot'], v: 1}"
      })
  void strangeBody_changesNothing(String body) {
    assertThat(
            page.json(
                "view.show(sampleSnapshot()); const before = document.body.textContent; view.hear("
                    + body
                    + "); view.pass(0); return document.body.textContent === before;"))
        .isEqualTo("true");
  }

  @Test
  void snapshotOfAnotherVersion_isRefusedAndCounted() {
    assertThat(
            page.json(
                """
                view.show(sampleSnapshot());
                writes = 0;
                view.show({type: 'snapshot', v: 9});
                return [writes, view.posted('rejected')];
                """))
        .isEqualTo("[0,[{\"type\":\"rejected\",\"counts\":{\"snapshot\":1}}]]");
  }

  @Test
  void everyFieldMissing_isAnEmptyView() {
    assertThat(
            page.json(
                """
                view.show(sampleSnapshot());
                view.show({type: 'snapshot', v: 1});
                return [all('.tile').length, all('.row').length, all('.plot').length, texts('.when')[0],
                  hidden('.notice'), hidden('.queues'), view.readBack().kpis];
                """))
        .isEqualTo("[0,0,0,\"\",true,true,{}]");
  }

  @Test
  void rowsOfDifferentCells_keepTheTable() {
    assertThat(
            page.json(
                """
                const s = sampleSnapshot();
                s.queues[1].cells.length = 1;
                s.queues[2].cells.reverse();
                s.queues[2].cells.push({id: 'more', value: 1});
                view.show(s);
                return all('.row').map((row) => row.querySelectorAll('.cell').map((cell) => cell.getAttribute('data-id')));
                """))
        .isEqualTo(
            "[[\"waiting\",\"longestWait\"],[\"waiting\",\"longestWait\"],[\"waiting\",\"longestWait\"]]");
  }

  @Test
  void repeatedAndOlderMessages_areDropped() {
    assertThat(
            page.json(
                """
                view.hear(sampleSnapshot({title: 'five'}), 5);
                view.hear(sampleSnapshot({title: 'again'}), 5);
                view.hear(sampleSnapshot({title: 'older'}), 3);
                const kept = texts('h1');
                view.hear(sampleSnapshot({title: 'six'}), 6);
                return [kept, texts('h1')];
                """))
        .isEqualTo("[[\"five\"],[\"six\"]]");
  }

  @Test
  void fiveMegabytes_areCutToWhatAViewHolds() {
    assertThat(
            page.json(
                """
                const many = (length, make) => Array.from({length}, (_, i) => make(i));
                const text = 'x'.repeat(500000);
                const s = sampleSnapshot({title: text, large: {deep: many(50000, (i) => ({i}))},
                  kpis: many(20000, (i) => ({id: `k${i}`, title: `K ${i}`, value: i, history: many(9, (at) => at), large: text})),
                  queues: many(20000, (i) => ({id: `q${i}`, title: `Q ${i}`, cells: many(9, (at) => ({id: `c${at}`, value: at}))})),
                  trends: many(200, (i) => ({id: `t${i}`, times: many(500, (at) => at), own: many(500, (at) => at), queue: text}))});
                view.show(s);
                const report = view.readBack();
                return [all('.tile').length, all('.row').length, all('.cell').length, all('.plot').length,
                  JSON.stringify(report).length < 100000, view.posted('rejected').length];
                """))
        .isEqualTo("[60,50,400,3,true,0]");
  }
}
