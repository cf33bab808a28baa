package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The host page's script as generated, in a browser made of fakes. */
final class HostScriptTest {

  static {
    Js.script("fake-dom.js");
    Js.script("fake-browser.js");
  }

  private static final String SCRIPT = Resources.text("served/host.js");

  private static final String MESSAGES = Profile.guide().messages().toString();

  private static final String START =
      """
      const b = fakeBrowser({dataSource: true, fallbackHeight: 600, leastHeight: 120,
        greatestHeight: 4000, messages: JSON.parse(args[1]),
        platformOrigins: ['http://127.0.0.1:9000', 'http://127.0.0.1:9001']}, ['kpi', 'platform']);
      new Function(args[0])();
      const src = 'http://127.0.0.1:9000/app/#/analytics/widget/w1?access_token=t';
      const platform = () => b.document.getElementById('platform');
      const show = (address = src) => b.event({type: 'platform', src: address});
      const from = (frame, data, changes = {}) => b.message({isTrusted: true,
        source: frame.contentWindow, origin: 'http://127.0.0.1:9000', ports: [], data, ...changes});
      const next = () => b.document.getElementById('platform-next');
      const ready = (frame = platform()) => from(frame, {type: 'widget:ready'});
      const posted = (frame = platform()) => frame.contentWindow.posted;
      const frames = () => b.document.querySelectorAll('iframe').map(({id}) => id).join();
      const kpi = b.document.getElementById('kpi');
      const hello = () => {
        const port = b.port();
        from(kpi, {type: 'kpi:hello', oldest: 1, newest: 1}, {origin: 'null', ports: [port]});
        return port;
      };
      const say = (port, seq, body) => port.onmessage({data: {v: 1, seq, body}});
      """;

  /** What {@code body} gives, run with the host page's script and some helpers. */
  static String host(String body) {
    return host(body, "");
  }

  /** The same, with {@code argument} as {@code args[2]}. */
  private static String host(String body, String argument) {
    return Js.json("channel.js", START + body, SCRIPT, MESSAGES, argument);
  }

  @Test
  void start_listensAndSaysHello() {
    assertThat(host("b.pass(1000); return [b.streams[0].url, b.posts.map(({type}) => type)];"))
        .isEqualTo("[\"/api/events\",[\"hello\",\"frames\"]]");
  }

  @Test
  void start_withoutADataSource_isSilent() {
    assertThat(
            Js.json(
                "channel.js",
                """
                const b = fakeBrowser({dataSource: false}, ['kpi']);
                new Function(args[0])();
                b.pass(5000);
                return [b.streams.length, b.posts.length];
                """,
                SCRIPT))
        .isEqualTo("[0,0]");
  }

  @Test
  void shell_withoutADataSource_isShownAndNothingIsSent() {
    assertThat(
            Js.json(
                "channel.js",
                """
                const b = fakeBrowser({dataSource: false, fallbackHeight: 600, leastHeight: 120,
                  greatestHeight: 4000, platformOrigins: ['http://127.0.0.1:9000'],
                  messages: JSON.parse(args[1]), shell: 'http://127.0.0.1:9000/app/#/w1'},
                  ['platform']);
                new Function(args[0])();
                b.pass(5000);
                return [b.document.getElementById('platform').src, b.streams.length,
                  b.posts.length];
                """,
                SCRIPT,
                MESSAGES))
        .isEqualTo("[\"http://127.0.0.1:9000/app/#/w1\",0,0]");
  }

  @Test
  void kpiHello_isReportedWithItsOpaqueOriginAndGetsTheNewestEvents() {
    assertThat(
            host(
                """
                b.event({type: 'snapshot', version: 1});
                b.event({type: 'snapshot', version: 2});
                b.event({type: 'theme', scheme: 'dark'});
                const port = hello();
                b.pass(1000);
                return [port.sent.map(({body}) => body.type + (body.version ?? '')),
                  b.posted('frames').at(-1).frames];
                """))
        .isEqualTo(
            "[[\"welcome\",\"snapshot2\",\"theme\",\"ping\"],"
                + "[{\"id\":\"kpi\",\"sandbox\":\"allow-scripts\",\"origin\":\"null\",\"src\":\"kpi.x.html\"}]]");
  }

  @Test
  void kpiReports_reachJava_andOthersDoNot() {
    assertThat(
            host(
                """
                const port = hello();
                b.posts.length = 0;
                say(port, 1, {type: 'ready'});
                say(port, 2, {type: 'shown', version: 7});
                say(port, 3, {type: 'hello'});
                say(port, 4, {type: 'painted'});
                say(port, 5, {type: 'action', name: 'refresh'});
                b.pass(1000);
                return [b.posts.map(({type}) => type), kpi.getAttribute('class')];
                """))
        .isEqualTo("[[\"frames\",\"shown\",\"action\"],\"painted\"]");
  }

  @Test
  void snapshot_bringsTheWordsOfItsLanguageBeforeIt() {
    assertThat(
            Js.json(
                "channel.js",
                START.replace(
                        "dataSource: true,",
                        "dataSource: true, words: {en: {up: 'up'}, de: {up: 'gestiegen um'}},")
                    + """
                    const port = hello();
                    for (const locale of ['de-DE', 'de-AT', 'fr', 'constructor', null]) b.event({type: 'snapshot', locale});
                    return port.sent.map(({body}) => body.words?.up ?? body.locale);
                    """,
                SCRIPT,
                MESSAGES))
        .isEqualTo(
            "[null,\"gestiegen um\",\"de-DE\",\"de-AT\",\"up\",\"fr\",\"constructor\",null]");
  }

  @Test
  void theme_isTheHostPagesToo() {
    assertThat(
            host(
                """
                b.event({type: 'theme', scheme: 'dark', page: '#202124'});
                return b.document.documentElement.style.getPropertyValue('--page');
                """))
        .isEqualTo("\"#202124\"");
  }

  @Test
  void platform_onItsOrigin_getsAFrameOfTheFallbackHeight() {
    assertThat(
            host(
                """
                show();
                return [platform().src, platform().getAttribute('sandbox'),
                  platform().style.getPropertyValue('height')];
                """))
        .isEqualTo(
            "[\"http://127.0.0.1:9000/app/#/analytics/widget/w1?access_token=t\","
                + "\"allow-scripts allow-same-origin allow-forms\",\"600px\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/app/",
        "http://127.0.0.1:9000/app/?access_token=t#/w1",
        "javascript:alert(1)"
      })
  void platform_refusedAddress_isCountedAndNotShown(String address) {
    assertThat(
            host(
                "show(args[2]); b.pass(1000); return [platform(), b.posted('rejected')];", address))
        .isEqualTo("[null,[{\"type\":\"rejected\",\"counts\":{\"platform-address\":1}}]]");
  }

  @Test
  void frames_report_neverCarriesTheFragment() {
    assertThat(
            host("show(); b.pass(1000); return JSON.stringify(b.posts).includes('access_token');"))
        .isEqualTo("false");
  }

  @Test
  void dimensions_changeTheFramesHeight() {
    assertThat(
            host(
                """
                show();
                from(platform(), {type: 'widget:dimensions', height: 432});
                b.pass(1000);
                return [platform().style.getPropertyValue('height'), b.posted('widget')];
                """))
        .isEqualTo(
            "[\"432px\",[{\"type\":\"widget\",\"message\":{\"type\":\"widget:dimensions\",\"height\":432}}]]");
  }

  @Test
  void widgetReady_isReady() {
    assertThat(
            host(
                """
                show();
                from(platform(), {type: 'widget:ready'});
                b.pass(1000);
                return [b.posted('ready').length, b.posted('frames').at(-1).frames[1].origin];
                """))
        .isEqualTo("[1,\"http://127.0.0.1:9000\"]");
  }

  @Test
  void strangers_areCountedOnceASecondAndChangeNothing() {
    assertThat(
            host(
                """
                show();
                for (let i = 0; i < 100; i++) {
                  from({contentWindow: {}}, {type: 'widget:dimensions', height: 4000});
                  from(platform(), {type: 'widget:dimensions', height: 4000}, {origin: 'https://evil.test'});
                  from(platform(), {type: 'widget:dimensions', height: 4000}, {isTrusted: false});
                }
                b.pass(5000);
                return [platform().style.getPropertyValue('height'), b.posted('rejected')];
                """))
        .isEqualTo(
            "[\"600px\",[{\"type\":\"rejected\",\"counts\":{\"source\":100,\"origin\":100,\"untrusted\":100}}]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from(frame, {type: 'widget:refresh'}) | rate",
        "from(frame, {type: 'widget:refresh'}, {origin: 'https://evil.test'}) | origin",
        "from({contentWindow: {parent: {parent: frame.contentWindow}}}, {}) | source"
      })
  void flood_ofTheFrameOrFromWithin_removesTheFrameAndTellsJava(String message, String reason) {
    assertThat(
            host(
                """
                show();
                ready();
                b.pass(5000);
                b.posts.length = 0;
                const frame = platform();
                for (let i = 0; i < 2000; i++) %s;
                b.pass(5000);
                const {counts} = b.posted('rejected').at(-1);
                return [platform(), counts.quarantine, counts.%s > 500,
                  b.posts.map((post) => post.type + (post.code ?? '')).filter((t) => t !== 'widget')];
                """
                    .formatted(message, reason)))
        .isEqualTo("[null,1,true,[\"blank\",\"frames\",\"troublequarantined\",\"rejected\"]]");
  }

  @Test
  void flood_beforeTheFrameIsReady_isItsOnlyTrouble() {
    assertThat(
            host(
                """
                show();
                const frame = platform();
                for (let i = 0; i < 2000; i++) from(frame, {type: 'widget:refresh'});
                b.pass(60000);
                return [platform(), b.posted('trouble').map(({code}) => code)];
                """))
        .isEqualTo("[null,[\"quarantined\"]]");
  }

  @Test
  void quarantined_anotherAddress_isAnotherFrame() {
    assertThat(
            host(
                """
                show();
                const frame = platform();
                for (let i = 0; i < 2000; i++) from(frame, {type: 'widget:refresh'});
                show(src);
                const same = platform();
                show(src + '2');
                return [same, platform() !== null];
                """))
        .isEqualTo("[null,true]");
  }

  @Test
  void flood_ofStrangers_isCountedAndTakesNothingAway() {
    assertThat(
            host(
                """
                show();
                for (let i = 0; i < 2000; i++) from({contentWindow: {}}, {type: 'widget:refresh'});
                b.pass(5000);
                return [platform() !== null, b.posted('rejected').at(-1).counts];
                """))
        .isEqualTo("[true,{\"source\":2000}]");
  }

  @Test
  void kpiDocumentGone_isToldAsBlankAndTheNextOneGetsItsLine() {
    assertThat(
            host(
                """
                b.event({type: 'snapshot', version: 1});
                const first = hello();
                b.pass(1000);
                b.posts.length = 0;
                kpi.dispatch('load', {});
                kpi.dispatch('load', {});
                b.pass(2000);
                const second = hello();
                b.pass(1000);
                return [first.closed, b.posts.map(({type}) => type),
                  second.sent.map(({body}) => body.type)];
                """))
        .isEqualTo("[true,[\"blank\",\"frames\",\"frames\"],[\"welcome\",\"snapshot\",\"ping\"]]");
  }

  @Test
  void kpiSilent_isToldAndItsFrameLoadedAgain_threeTimesAtMost() {
    assertThat(
            host(
                """
                const told = [];
                let removed = false;
                kpi.remove = () => { removed = true; };
                for (let turn = 1; turn <= 4; turn++) {
                  say(hello(), 1, {type: 'ping'});
                  b.pass(1000);
                  b.posts.length = 0;
                  b.pass(8000);
                  told.push(b.posts.map(({type, code}) => code ?? type).join(' '), removed);
                }
                return told;
                """))
        .isEqualTo(
            "[\"frame-silent blank frames\",false,\"frame-silent blank frames\",false,"
                + "\"frame-silent blank frames\",false,\"frame-silent blank frames\",true]");
  }

  @Test
  void kpiFlood_removesItsFrame() {
    assertThat(
            host(
                """
                hello();
                for (let i = 0; i < 2000; i++) from(kpi, 'x', {origin: 'null'});
                b.pass(1000);
                return [frames(), b.posts.filter(({type}) => type === 'blank').length];
                """))
        .isEqualTo("[\"\",1]");
  }

  @Test
  void stream_closed_isOpenedAgainWithGrowingPauses() {
    assertThat(
            host(
                """
                const gaps = [];
                for (let i = 0; i < 7; i++) {
                  const stream = b.streams.at(-1);
                  stream.readyState = 2;
                  stream.onerror();
                  const before = b.time;
                  while (b.streams.at(-1) === stream) b.pass(500);
                  gaps.push((b.time - before) / 1000);
                }
                return gaps;
                """))
        .isEqualTo("[1,2,4,8,16,30,30]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "1", "[]"})
  void stream_strangeData_isIgnored(String data) {
    assertThat(host("b.event(args[2]); b.pass(100); return 'alive';", data)).isEqualTo("\"alive\"");
  }

  @Test
  void violation_isReportedWithItsDirectiveOnlyAndNotForEver() {
    assertThat(
            host(
                """
                for (let i = 0; i < 100; i++) {
                  b.document.listeners.dispatch('securitypolicyviolation',
                    {effectiveDirective: 'frame-src', blockedURI: 'https://evil.test/secret'});
                }
                b.pass(20000);
                return [b.posted('violation').length, b.posted('violation')[0]];
                """))
        .isEqualTo("[20,{\"type\":\"violation\",\"directive\":\"frame-src\"}]");
  }
}
