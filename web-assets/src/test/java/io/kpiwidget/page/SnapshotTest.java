package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SnapshotTest {

  private static final String MODULE = "snapshot.js";

  @BeforeAll
  static void scripts() {
    Js.script("sample.js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1",
        "'snapshot'",
        "[]",
        "{}",
        "{type: 'snapshot'}",
        "{type: 'snapshot', v: 2}"
      })
  void read_noSnapshot_isNull(String raw) {
    assertThat(Js.json(MODULE, "return m.readSnapshot(" + raw + ");")).isEqualTo("null");
  }

  @Test
  void read_emptySnapshot_isComplete() {
    assertThat(
            Js.json(
                MODULE,
                """
                const s = m.readSnapshot({type: 'snapshot', v: 1});
                return [s.locale, s.timeZone, s.age, s.state.kind, s.kpis, s.queues, s.trends, s.asOf];
                """))
        .isEqualTo("[\"en\",\"UTC\",\"fresh\",\"failed\",[],[],[],null]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NaN|noData",
        "Infinity|noData",
        "\"6\"|noData",
        "null|noData",
        "{}|noData",
        "-0|number",
        "1e308|number"
      })
  void read_value_isANumberOrNone(String value, String expected) {
    assertThat(
            Js.run(
                    MODULE,
                    "return m.readSnapshot(sampleSnapshot({kpis: [{id: 'a', kind: 'number', value: "
                        + value
                        + "}]})).kpis[0].kind;")
                .asString())
        .isEqualTo(expected);
  }

  @Test
  void read_texts_areBoundedAndCannotTurnTheLine() {
    assertThat(
            Js.json(
                MODULE,
                """
                const title = (text) =>
                  m.readSnapshot(sampleSnapshot({kpis: [{id: 'a', title: text}]})).kpis[0].title;
                return [title('a\\u202eb\\u0000c\\nd'), title('x'.repeat(10000)).length,
                  title('\\ud800y'), title('\\u{1F600}'.repeat(500)).isWellFormed(), title({})];
                """))
        .isEqualTo("[\"a b c d\",241,\"y\",true,\"a\"]");
  }

  @Test
  void read_whatComesWithATile_isBoundedText() {
    assertThat(
            Js.json(
                MODULE,
                """
                const kpi = (more) =>
                  m.readSnapshot(sampleSnapshot({kpis: [{id: 'a', kind: 'notPermitted', ...more}]})).kpis[0];
                return [kpi({about: 'x'.repeat(9999)}).about.length, kpi({about: {}}).about,
                  kpi({contact: 'y'.repeat(9999)}).contact.length, kpi({contact: '\\u202eTeam\\nlead'}).contact,
                  kpi({}).contact, kpi({large: true}).large, kpi({large: 'yes'}).large, kpi({}).large];
                """))
        .isEqualTo("[601,\"\",241,\"Team lead\",\"\",true,false,false]");
  }

  @Test
  void read_notices_areAtMostThreeDistinctSentences() {
    assertThat(
            Js.json(
                MODULE,
                """
                const read = (notices) =>
                  m.readSnapshot(sampleSnapshot({notices})).notices.map(({sentence}) => sentence);
                const many = Array.from({length: 99}, (_, i) => ({sentence: `s${i}`}));
                return [read(many), read([null, {}, {sentence: ''}]), read('x'), read(undefined),
                  read([{sentence: 'a', nextStep: 'b'}, {sentence: 'a', nextStep: 'b'}]).length,
                  read([{sentence: 'z'.repeat(9999)}])[0].length];
                """))
        .isEqualTo("[[\"s0\",\"s1\",\"s2\"],[],[],[],1,241]");
  }

  @Test
  void read_tooMuch_isCut() {
    assertThat(
            Js.json(
                MODULE,
                """
                const many = (n, make) => Array.from({length: n}, (_, i) => make(i));
                const s = m.readSnapshot(sampleSnapshot({
                  kpis: many(500, (i) => ({id: `k${i}`, history: many(5000, () => i)})),
                  queues: many(500, (i) => ({id: `q${i}`, cells: many(50, () => ({}))})),
                  trends: many(50, (i) => ({id: `t${i}`, times: many(5000, () => 'x')})),
                }));
                return [s.kpis.length, s.kpis[0].history.length, s.queues.length,
                  s.queues[0].cells.length, s.trends.length, s.trends[0].times.length];
                """))
        .isEqualTo("[60,300,50,8,3,300]");
  }

  @Test
  void read_repeatedId_countsOnce() {
    assertThat(
            Js.json(
                MODULE,
                "return m.readSnapshot(sampleSnapshot({kpis: [{id: 'a'}, {id: 'a'}, {id: ''}, null]}))"
                    + ".kpis.length;"))
        .isEqualTo("1");
  }

  @Test
  void read_queues_areWorstFirst() {
    assertThat(
            Js.json(
                MODULE, "return m.readSnapshot(sampleSnapshot()).queues.map(({name}) => name);"))
        .isEqualTo("[\"Billing\",\"Support\",\"Sales\"]");
  }

  @Test
  void read_expired_takesStatusAndDeltaBack() {
    assertThat(
            Js.json(
                MODULE,
                """
                const s = m.readSnapshot(sampleSnapshot({age: 'expired'}));
                return [s.kpis[1].status, s.kpis[1].delta, s.kpis[1].value, s.queues[0].status];
                """))
        .isEqualTo("[\"neutral\",null,187,\"neutral\"]");
  }
}
