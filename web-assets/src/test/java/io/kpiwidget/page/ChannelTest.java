package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChannelTest {

  private static final String MODULE = "channel.js";

  @Test
  void inOrder_repeatedOldOrForeignFrames_areRefused() {
    assertThat(
            Js.json(
                MODULE,
                """
                const got = [];
                const counts = {};
                const receive = m.inOrder((body) => got.push(body),
                  (reason) => { counts[reason] = (counts[reason] ?? 0) + 1; });
                for (const data of [{v: 1, seq: 1, body: 'a'}, {v: 1, seq: 1, body: 'again'},
                  {v: 1, seq: 3, body: 'b'}, {v: 1, seq: 2, body: 'late'}, {v: 2, seq: 9, body: 'v2'},
                  {v: 1, seq: '10', body: 'text'}, {v: 1, seq: NaN, body: 'nan'}, null, 'x',
                  {v: 1, seq: 4, body: 'c'}]) receive({data});
                return [got, counts];
                """))
        .isEqualTo("[[\"a\",\"b\",\"c\"],{\"port-order\":4,\"port-version\":3}]");
  }

  @Test
  void callHost_saysHelloToTheOneOriginWithItsPortAndTellsWhatItRefused() {
    assertThat(
            Js.json(
                MODULE,
                """
                const posts = [];
                const sent = [];
                const mine = {postMessage: (frame) => sent.push(frame)};
                globalThis.MessageChannel = class { port1 = mine; port2 = 'theirs'; };
                globalThis.window = {parent: {postMessage: (...all) => posts.push(all)}};
                const got = [];
                const say = m.callHost('https://host.test', (body) => got.push(body));
                mine.onmessage({data: {v: 1, seq: 1, body: {type: 'welcome'}}});
                mine.onmessage({data: {v: 1, seq: 1, body: {type: 'again'}}});
                say({type: 'ready'});
                return [posts, got, sent.map(({seq, body}) => [seq, body])];
                """))
        .isEqualTo(
            "[[[{\"type\":\"kpi:hello\",\"oldest\":1,\"newest\":1},\"https://host.test\",[\"theirs\"]]],"
                + "[{\"type\":\"welcome\"}],"
                + "[[1,{\"type\":\"rejected\",\"counts\":{\"port-order\":1}}],[2,{\"type\":\"ready\"}]]]");
  }
}
