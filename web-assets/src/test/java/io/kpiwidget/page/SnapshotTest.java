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
  @ValueSource(strings = {"[]", "{}", "{type: 'snapshot'}", "{type: 'snapshot', v: 2}"})
  void read_noSnapshot_isNull(String raw) {
    assertThat(Js.json(MODULE, "return m.readSnapshot(" + raw + ");")).isEqualTo("null");
  }

  @Test
  void read_emptySnapshot_isComplete() {
    assertThat(Js.json(MODULE, "return m.readSnapshot({type: 'snapshot', v: 1});"))
        .isEqualTo(
            "{\"version\":null,\"title\":\"\",\"locale\":\"\",\"timeZone\":\"\",\"rtl\":false,"
                + "\"asOf\":null,\"now\":null,\"age\":\"\","
                + "\"state\":{\"kind\":\"\",\"sentence\":\"\",\"nextStep\":\"\"},"
                + "\"agent\":{\"state\":\"\",\"since\":null},"
                + "\"kpis\":[],\"queues\":[],\"trends\":[],\"notices\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NaN", "Infinity", "-Infinity", "'6'", "null", "{}", "1e13", "-1e308", "true"})
  void read_whatIsNoNumberOrTooLarge_isNone(String value) {
    assertThat(
            Js.json(
                MODULE,
                "const value = "
                    + value
                    + "; const {kpis: [kpi], trends: [trend]} = m.readSnapshot(sampleSnapshot({"
                    + "kpis: [{id: 'a', value, target: value, delta: value, history: [value, 1]}],"
                    + "trends: [{id: 't', own: [value], queue: value, times: [value]}]}));"
                    + "return [kpi.value, kpi.target, kpi.delta, kpi.history, trend.own, trend.queue, trend.times];"))
        .isEqualTo("[null,null,null,[null,1],[null],[],[null]]");
  }

  @ParameterizedTest
  @CsvSource({"-5", "0", "9e12"})
  void read_number_isKept(double value) {
    assertThat(
            Js.run(
                    MODULE,
                    "return m.readSnapshot(sampleSnapshot({kpis: [{id: 'a', value: args[0]}]})).kpis[0].value;",
                    value)
                .asDouble())
        .isEqualTo(value);
  }

  @Test
  void read_texts_areBoundedAndCannotTurnTheLine() {
    assertThat(
            Js.json(
                MODULE,
                """
                const title = (text) =>
                  m.readSnapshot(sampleSnapshot({kpis: [{id: 'a', title: text}]})).kpis[0].title;
                return [title('a\\u202eb\\u0000c\\nd\\u2066'), title('x'.repeat(10000)).length,
                  title('\\ud800y'), title('\\u{1F600}'.repeat(500)).isWellFormed(), title({}), title(['x'])];
                """))
        .isEqualTo("[\"a b c d\",241,\"y\",true,\"\",\"\"]");
  }

  @Test
  void read_marksThatJoinLetters_areKept() {
    assertThat(
            Js.json(
                MODULE,
                """
                const text = '\\u0645\\u06cc\\u200c\\u062e \\u{1F469}\\u200d\\u{1F4BB} a:\\u200bb';
                return m.readSnapshot(sampleSnapshot({title: text})).title === text;
                """))
        .isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({"unit,count", "status,neutral"})
  void read_wordOutsideItsList_isTheHarmlessOne(String key, String expected) {
    assertThat(
            Js.json(
                MODULE,
                """
                return ['x', '__proto__', 'constructor', 7, {}, ['ratio']].map((word) =>
                  m.readSnapshot(sampleSnapshot({kpis: [{id: 'a', [args[0]]: word}]})).kpis[0][args[0]])
                  .filter((word) => word !== args[1]);
                """,
                key,
                expected))
        .isEqualTo("[]");
  }

  @Test
  void read_tooMuch_isCut() {
    assertThat(
            Js.json(
                MODULE,
                """
                const many = (n, make) => Array.from({length: n}, (_, i) => make(i));
                const s = m.readSnapshot(sampleSnapshot({
                  kpis: many(500, (i) => ({id: `k${i}`, history: many(5000, (at) => at)})),
                  queues: many(500, (i) => ({id: `q${i}`, cells: many(50, (at) => ({id: `c${at}`}))})),
                  trends: many(50, (i) => ({id: `t${i}`, times: many(5000, () => 1)})),
                  notices: many(50, (i) => ({id: `n${i}`})),
                }));
                return [s.kpis.length, s.kpis[0].history.length, s.kpis[0].history[299], s.queues.length,
                  s.queues[0].cells.length, s.trends.length, s.trends[0].times.length, s.notices.length];
                """))
        .isEqualTo("[60,300,4999,50,8,3,300,3]");
  }

  @Test
  void read_ids_areOfTheFirst() {
    assertThat(
            Js.json(
                MODULE,
                """
                const raw = [{id: 'a', title: 'first'}, {id: 'a', title: 'second'}, {id: ''}, {}, null, 7, 'x'];
                const s = m.readSnapshot(sampleSnapshot({kpis: raw, notices: raw, queues: [{id: 'q', cells: raw}]}));
                return [s.kpis, s.notices, s.queues[0].cells].map((items) => items.map(({title}) => title));
                """))
        .isEqualTo("[[\"first\"],[\"first\"],[\"first\"]]");
  }
}
