package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChannelTest {

  private static final String MODULE = "channel.js";

  /** A line with a frame, ports that record, and a hello to send. */
  private static final String LINE =
      """
      const frame = {};
      const received = [];
      let opened = 0;
      const port = () => {
        const p = {sent: [], closed: false, close() { p.closed = true; },
          postMessage(f) { p.sent.push(f); }};
        return p;
      };
      const line = m.kpiLine({source: () => frame, receive: (b) => received.push(b),
        opened: () => opened++});
      const hello = (changes = {}) => ({isTrusted: true, source: frame, origin: 'null',
        ports: [port()], data: {type: 'kpi:hello', v: 1}, ...changes});
      """;

  @Test
  void accept_hello_opensTheLine() {
    assertThat(Js.json(MODULE, LINE + "return [line.accept(hello()), opened];"))
        .isEqualTo("[true,1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isTrusted: false",
        "source: {}",
        "source: null",
        "origin: 'https://kpi-host.invalid'",
        "origin: ''",
        "ports: []",
        "ports: [port(), port()]",
        "data: null",
        "data: {type: 'kpi:hello', v: 2}",
        "data: {type: 'widget:ready'}"
      })
  void accept_anythingElse_isRefused(String change) {
    assertThat(Js.json(MODULE, LINE + "return [line.accept(hello({" + change + "})), opened];"))
        .isEqualTo("[false,0]");
  }

  @Test
  void send_beforeTheHello_saysTheNewestOfEachType() {
    assertThat(
            Js.json(
                MODULE,
                LINE
                    + """
                    line.send({type: 'theme', n: 1});
                    line.send({type: 'snapshot', n: 2});
                    line.send({type: 'theme', n: 3});
                    const event = hello();
                    line.accept(event);
                    return event.ports[0].sent.map(({v, seq, body}) => [v, seq, body.type, body.n]);
                    """))
        .isEqualTo("[[1,1,\"theme\",3],[1,2,\"snapshot\",2]]");
  }

  @Test
  void accept_newDocument_closesTheOldPortAndSaysEverythingAgain() {
    assertThat(
            Js.json(
                MODULE,
                LINE
                    + """
                    const [first, second] = [hello(), hello()];
                    line.accept(first);
                    line.send({type: 'theme'});
                    line.accept(second);
                    return [first.ports[0].closed, second.ports[0].sent.length];
                    """))
        .isEqualTo("[true,1]");
  }

  @Test
  void inOrder_repeatedOldOrForeignFrames_areDropped() {
    assertThat(
            Js.json(
                MODULE,
                """
                const got = [];
                const receive = m.inOrder((body) => got.push(body));
                for (const data of [{v: 1, seq: 1, body: 'a'}, {v: 1, seq: 1, body: 'again'},
                  {v: 1, seq: 3, body: 'b'}, {v: 1, seq: 2, body: 'late'}, {v: 2, seq: 9, body: 'v2'},
                  {v: 1, seq: '10', body: 'text'}, {v: 1, seq: NaN, body: 'nan'}, null, 'x',
                  {v: 1, seq: 4, body: 'c'}]) receive({data});
                return got;
                """))
        .isEqualTo("[\"a\",\"b\",\"c\"]");
  }
}
