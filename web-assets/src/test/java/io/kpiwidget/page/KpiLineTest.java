package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KpiLineTest {

  /** A line with a frame, ports that record, and a hello to send. */
  private static final String LINE =
      """
      const frame = {};
      const received = [];
      const counts = {};
      const calls = [];
      const port = () => {
        const p = {sent: [], closed: false, close() { p.closed = true; },
          postMessage(f) { p.sent.push(f); }};
        return p;
      };
      const timers = [];
      const beats = [];
      const beat = (times) => { for (let i = 0; i < times; i++) beats.shift()?.[1](); };
      const line = m.kpiLine({source: () => frame, now: () => 0,
        later: (action, ms) => (ms === 1000 ? timers : beats).push([ms, action]),
        rejections: {add: (reason) => { counts[reason] = (counts[reason] ?? 0) + 1; }},
        receive: (b) => received.push(b), opened: () => calls.push('opened'),
        closed: () => calls.push('closed'), silent: () => calls.push('silent'), quarantine: () => calls.push('quarantine')});
      const hello = (changes = {}) => ({isTrusted: true, source: frame, origin: 'null',
        ports: [port()], data: {type: 'kpi:hello', oldest: 1, newest: 1}, ...changes});
      const bodies = ({ports: [{sent}]}) => sent.map(({v, seq, body}) => [v, seq, body.type]);
      """;

  private static final String ANSWER =
      "h.ports[0].onmessage({data: {v: 1, seq: ++answers, body: {type: 'ping'}}});";

  private static String line(String body) {
    return Js.json("kpi-line.js", LINE + body);
  }

  @Test
  void take_hello_opensTheLineAndWelcomes() {
    assertThat(line("const h = hello(); return [line.take(h), calls, bodies(h)];"))
        .isEqualTo("[true,[\"opened\"],[[1,1,\"welcome\"]]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "isTrusted: false | untrusted",
        "origin: 'https://kpi-host.invalid' | origin",
        "origin: '' | origin",
        "ports: [] | ports",
        "ports: [port(), port()] | ports",
        "data: null | not-object",
        "data: {type: 'widget:ready'} | unknown-type",
        "data: {type: 'kpi:hello', v: 1} | unknown-field",
        "data: {type: 'kpi:hello', oldest: 1} | field:newest",
        "data: {type: 'kpi:hello', oldest: 1.5, newest: 2} | field:oldest",
        "data: {type: 'kpi:hello', oldest: 1, newest: Infinity} | field:newest"
      })
  void take_anythingElseOfTheFrame_isRefusedAndCounted(String change, String reason) {
    assertThat(line("return [line.take(hello({" + change + "})), calls, counts];"))
        .isEqualTo("[true,[],{\"%s\":1}]".formatted(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"source: {}", "source: null"})
  void take_ofAnotherSource_isNotItsBusiness(String change) {
    assertThat(line("return [line.take(hello({" + change + "})), calls, counts];"))
        .isEqualTo("[false,[],{}]");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, true", "1, 7, true", "2, 7, false"})
  void take_versions_theCommonOneIsSpokenOrTheReasonIsSaid(int oldest, int newest, boolean common) {
    var outcome =
        line(
            "const h = hello({data: {type: 'kpi:hello', oldest: %d, newest: %d}}); line.take(h);"
                    .formatted(oldest, newest)
                + "return [h.ports[0].sent[0], h.ports[0].closed, counts];");
    assertThat(outcome)
        .isEqualTo(
            common
                ? "[{\"v\":1,\"seq\":1,\"body\":{\"type\":\"welcome\"}},false,{}]"
                : "[{\"v\":0,\"seq\":1,\"body\":{\"type\":\"refused\",\"reason\":\"version\","
                    + "\"oldest\":1,\"newest\":1}},true,{\"hello-version\":1}]");
  }

  @Test
  void send_beforeTheHello_saysTheNewestOfEachType() {
    assertThat(
            line(
                """
                line.send({type: 'theme', n: 1});
                line.send({type: 'snapshot', n: 2});
                line.send({type: 'theme', n: 3});
                const event = hello();
                line.take(event);
                return event.ports[0].sent.map(({v, seq, body}) => [v, seq, body.type, body.n]);
                """))
        .isEqualTo("[[1,1,\"welcome\",null],[1,2,\"theme\",3],[1,3,\"snapshot\",2]]");
  }

  @Test
  void take_newDocument_closesTheOldPortAndSaysEverythingAgain() {
    assertThat(
            line(
                """
                const [first, second] = [hello(), hello()];
                line.take(first);
                line.send({type: 'theme'});
                line.take(second);
                return [first.ports[0].closed, bodies(second), calls];
                """))
        .isEqualTo("[true,[[1,1,\"welcome\"],[1,2,\"theme\"]],[\"opened\",\"opened\"]]");
  }

  @Test
  void loaded_documentWithoutAHello_losesThePortAtOnceAndIsToldASecondLater() {
    assertThat(
            line(
                """
                const [first, second] = [hello(), hello()];
                line.take(first);
                line.loaded();
                line.loaded();
                const before = [first.ports[0].closed, [...calls], timers[0][0]];
                timers.forEach(([, action]) => action());
                line.send({type: 'theme'});
                line.take(second);
                return [before, bodies(first).length, bodies(second), calls];
                """))
        .isEqualTo(
            "[[true,[\"opened\"],1000],1,[[1,1,\"welcome\"],[1,2,\"theme\"]],"
                + "[\"opened\",\"closed\",\"opened\"]]");
  }

  @ParameterizedTest
  @CsvSource({"hello load hello load", "load hello load hello", "hello load load hello"})
  void loaded_andHello_belongTogetherInAnyOrder(String order) {
    assertThat(
            line(
                """
                const hellos = [];
                for (const step of '%s'.split(' ')) {
                  if (step === 'load') line.loaded();
                  else line.take(hellos[hellos.push(hello()) - 1]);
                }
                timers.forEach(([, action]) => action());
                return [hellos.map(({ports}) => ports[0].closed), calls];
                """
                    .formatted(order)))
        .isEqualTo("[[true,false],[\"opened\",\"opened\"]]");
  }

  @Test
  void port_frameOfAnotherVersion_isCounted() {
    assertThat(
            line(
                """
                const h = hello();
                line.take(h);
                h.ports[0].onmessage({data: {v: 2, seq: 1, body: {type: 'ready'}}});
                h.ports[0].onmessage({data: {v: 1, seq: 1, body: {type: 'ready'}}});
                return [received, counts];
                """))
        .isEqualTo("[[{\"type\":\"ready\"}],{\"port-version\":1}]");
  }

  @Test
  void flood_closesThePortAndAsksForQuarantine() {
    assertThat(
            line(
                """
                const h = hello();
                line.take(h);
                for (let i = 0; i < 2000; i++) line.take(hello({data: 'x'}));
                line.send({type: 'theme'});
                return [calls, h.ports[0].closed, bodies(h).length];
                """))
        .isEqualTo("[[\"opened\",\"quarantine\"],true,1]");
  }

  @ParameterizedTest
  @CsvSource({"3, false", "4, true"})
  void beat_unansweredThreeTimes_isSilence_onceItWasAnswered(int beats, boolean silent) {
    assertThat(
            line(
                "let answers = 0; const h = hello(); line.take(h); beat(1); "
                    + ANSWER
                    + "beat(%d); return calls.includes('silent');".formatted(beats)))
        .isEqualTo(String.valueOf(silent));
  }

  @Test
  void beat_answered_isNeverSilence() {
    assertThat(
            line(
                "let answers = 0; const h = hello(); line.take(h);"
                    + "for (let i = 0; i < 20; i++) { beat(1); "
                    + ANSWER
                    + "} return [calls, h.ports[0].closed];"))
        .isEqualTo("[[\"opened\"],false]");
  }

  @Test
  void beat_ofAViewThatKnowsNoPing_isNoSilence() {
    assertThat(line("const h = hello(); line.take(h); beat(20); return calls;"))
        .isEqualTo("[\"opened\"]");
  }

  @Test
  void beat_ofALineThatEnded_asksNoMore() {
    assertThat(
            line(
                "const h = hello(); line.take(h); line.take(hello()); beat(2);"
                    + "return [bodies(h).length, beats.length];"))
        .isEqualTo("[1,1]");
  }
}
