package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the platform's frame gets its token and is replaced, in the host page as generated. */
final class PlatformShellTest {

  /** With the guide's addresses, each with a token that lives for a minute. */
  private static final String BY_FRAGMENT =
      """
      const address = (token) =>
        `http://127.0.0.1:9000/app/#/analytics/widget/w1?theme=dark&access_token=${token}`;
      const refresh = (token, livesMillis = 60000) =>
        b.event({type: 'platform', mode: 'fragment', src: address(token), livesMillis});
      refresh('t1');
      ready();
      b.pass(1000);
      b.posts.length = 0;
      """;

  private static final String BY_MESSAGE =
      """
      const give = (token) => b.event({type: 'token', token});
      const posts = (frame = platform()) => posted(frame).map(({message}) => message.token);
      const taken = (frame = platform()) => from(frame, {type: 'widget:token-taken'});
      b.event({type: 'platform', mode: 'post', src: 'http://127.0.0.1:9000/app/#/w1?auth=message'});
      """;

  private static String byFragment(String body) {
    return HostScriptTest.host(BY_FRAGMENT + body);
  }

  private static String byMessage(String body) {
    return HostScriptTest.host(BY_MESSAGE + body);
  }

  @Test
  void message_readyAfterTheToken_isPostedToTheExactOriginOnly() {
    assertThat(
            byMessage(
                "give('t1'); const before = posts().length; ready();"
                    + " return [before, posted()];"))
        .isEqualTo(
            "[0,[{\"message\":{\"type\":\"widget:token\",\"token\":\"t1\"},"
                + "\"origin\":\"http://127.0.0.1:9000\"}]]");
  }

  @Test
  void message_tokenAfterReady_isPosted() {
    assertThat(
            byMessage(
                "ready(); const before = posts().length; give('t1'); return [before, posts()];"))
        .isEqualTo("[0,[\"t1\"]]");
  }

  @Test
  void message_newTokenAndNewDocument_arePostedAgainToTheSameElement() {
    assertThat(
            byMessage(
                """
                const element = platform();
                give('t1'); ready(); taken();
                give('t2'); taken();
                ready(); taken();
                return [posts(), element === platform(), frames()];
                """))
        .isEqualTo("[[\"t1\",\"t2\",\"t2\"],true,\"kpi,platform\"]");
  }

  @Test
  void message_ready_isReportedOnceTheTokenIsTaken() {
    assertThat(
            byMessage(
                """
                const counts = [];
                const count = () => { b.pass(500); counts.push(b.posted('ready').length); };
                give('t1'); count(); ready(); count(); taken(); count();
                return counts;
                """))
        .isEqualTo("[0,0,1]");
  }

  @ParameterizedTest
  @CsvSource({"2999, 1, 0", "3000, 2, 0", "5999, 2, 0", "6000, 2, 1", "60000, 2, 1"})
  void message_notAcknowledged_isPostedOnceMoreAndThenReported(
      int millis, int posts, int troubles) {
    assertThat(
            byMessage(
                "give('t1'); ready(); b.pass(%d); return [posts().length, b.posted('trouble')];"
                    .formatted(millis)))
        .isEqualTo(
            "[%d,%s]"
                .formatted(
                    posts,
                    troubles == 0
                        ? "[]"
                        : "[{\"type\":\"trouble\",\"code\":\"token-not-taken\"}]"));
  }

  @Test
  void message_acknowledgedLate_isReadyAllTheSame() {
    assertThat(
            byMessage(
                "give('t1'); ready(); b.pass(9000); taken(); b.pass(1000);"
                    + " return b.posted('ready').length;"))
        .isEqualTo("1");
  }

  @Test
  void message_acknowledgedByStrangers_isNotAcknowledged() {
    assertThat(
            byMessage(
                """
                give('t1'); ready();
                from({contentWindow: {}}, {type: 'widget:token-taken'});
                from(kpi, {type: 'widget:token-taken'}, {origin: 'null'});
                from(platform(), {type: 'widget:token-taken'}, {origin: 'https://evil.test'});
                from(platform(), {type: 'widget:token-taken'}, {origin: 'null'});
                from(platform(), {type: 'widget:token-taken'}, {isTrusted: false});
                from(platform(), {type: 'widget:token-taken', token: 't1'});
                b.pass(8000);
                return [b.posted('ready').length, b.posted('trouble').length];
                """))
        .isEqualTo("[0,1]");
  }

  @Test
  void message_acknowledgedWithoutAToken_isNotReady() {
    assertThat(byMessage("ready(); taken(); b.pass(1000); return b.posted('ready').length;"))
        .isEqualTo("0");
  }

  @Test
  void message_readyOfAStranger_getsNoToken() {
    assertThat(
            byMessage(
                """
                give('t1');
                const stranger = {contentWindow: fakeWindow()};
                ready(stranger);
                from(platform(), {type: 'widget:ready'}, {origin: 'https://evil.test'});
                from(platform(), {type: 'widget:ready'}, {isTrusted: false});
                from(kpi, {type: 'widget:ready'});
                return [posted(stranger), posted(), posted(kpi)];
                """))
        .isEqualTo("[[],[],[]]");
  }

  @Test
  void message_tokenTakenBack_isPostedNoMore() {
    assertThat(
            byMessage(
                """
                give('t1'); ready(); give(null);
                b.pass(10000);
                ready();
                return [posts(), b.posted('trouble').length];
                """))
        .isEqualTo("[[\"t1\"],0]");
  }

  @Test
  void message_token_isInNoReportNoElementAndNotForTheKpiView() {
    assertThat(
            byMessage(
                """
                const port = hello();
                give('c4nary'); ready(); taken(); give('c4nary2'); b.pass(20000);
                const elements = b.document.querySelectorAll('iframe')
                  .map(({attributes}) => [...attributes].join());
                const all = JSON.stringify([b.posts, elements, port.sent, posted(kpi)]);
                return [all.includes('c4nary'), all.includes('widget')];
                """))
        .isEqualTo("[false,true]");
  }

  @Test
  void message_withoutAPlatform_isDropped() {
    assertThat(
            Js.json(
                "channel.js",
                """
                const b = fakeBrowser({dataSource: true}, ['kpi']);
                new Function(args[0])();
                const kpi = b.document.getElementById('kpi');
                b.event({type: 'token', token: 'c4nary'});
                const port = b.port();
                b.message({isTrusted: true, source: kpi.contentWindow, origin: 'null',
                  ports: [port], data: {type: 'kpi:hello', v: 1}});
                return port.sent;
                """,
                Resources.text("served/host.js")))
        .isEqualTo("[]");
  }

  @Test
  void message_otherAddress_givesTheTokenToTheSuccessorBeforeItIsShown() {
    assertThat(
            byMessage(
                """
                give('t1'); ready(); taken();
                b.event({type: 'platform', mode: 'post',
                  src: 'http://127.0.0.1:9000/app/#/w1?auth=message&theme=light'});
                const before = frames();
                ready(next()); b.pass(1000);
                const waiting = frames();
                taken(next()); b.pass(1000);
                return [before, waiting, frames(), posts()];
                """))
        .isEqualTo(
            "[\"kpi,platform,platform-next\",\"kpi,platform,platform-next\",\"kpi,platform\",[\"t1\"]]");
  }

  @Test
  void address_theSameAgain_keepsItsDocument() {
    assertThat(
            HostScriptTest.host(
                "show(); const first = platform(); ready(); show(); return [first === platform(), frames()];"))
        .isEqualTo("[true,\"kpi,platform\"]");
  }

  @Test
  void address_another_beforeTheFirstIsReady_replacesItAtOnce() {
    assertThat(
            HostScriptTest.host(
                """
                show(); const first = platform();
                show(src + '2');
                return [first === platform(), frames()];
                """))
        .isEqualTo("[false,\"kpi,platform\"]");
  }

  @Test
  void address_null_leavesNoFrameAndNoState() {
    assertThat(
            byFragment(
                """
                from(platform(), {type: 'widget:state', state: 'queue=q1'});
                b.event({type: 'platform', src: null});
                const none = frames();
                refresh('t2'); ready();
                return [none, posted()];
                """))
        .isEqualTo("[\"kpi\",[]]");
  }

  @Test
  void fragment_newToken_loadsBesideTheShownFrameAndIsSwappedWhenReady() {
    assertThat(
            byFragment(
                """
                const first = platform();
                from(first, {type: 'widget:dimensions', height: 432});
                refresh('t2');
                const second = next();
                const loading = [platform() === first, second.style.getPropertyValue('height')];
                ready(second); b.pass(1000);
                return [...loading, platform() === second, first.parentNode, frames(),
                  second.style.getPropertyValue('height'), b.posted('ready').length];
                """))
        .isEqualTo("[true,\"432px\",true,null,\"kpi,platform\",\"432px\",1]");
  }

  @Test
  void fragment_address_isLoadedWithoutAnAttributeAndWithoutHistory() {
    assertThat(
            byFragment(
                """
                refresh('c4nary'); b.pass(100);
                const all = b.document.querySelectorAll('iframe')
                  .map(({attributes}) => [...attributes].join()).join() + JSON.stringify(b.posts);
                return [next().contentWindow.location.href === address('c4nary'),
                  all.includes('c4nary'), b.posted('frames').at(-1).frames[2].src];
                """))
        .isEqualTo("[true,false,\"http://127.0.0.1:9000/app/\"]");
  }

  @Test
  void fragment_successor_isHeardApartFromTheShownFrame() {
    assertThat(
            byFragment(
                """
                const first = platform();
                refresh('t2');
                from(next(), {type: 'widget:dimensions', height: 120});
                from(next(), {type: 'widget:state', state: 'none'});
                from(first, {type: 'widget:dimensions', height: 500});
                from(first, {type: 'widget:state', state: 'queue=q1'});
                const heights = [next(), first].map((f) => f.style.getPropertyValue('height'));
                ready(next()); from(next(), {type: 'widget:dimensions', height: 510});
                const handed = posted(next());
                b.pass(1000);
                return [heights, handed, platform().style.getPropertyValue('height')];
                """))
        .isEqualTo(
            "[[\"600px\",\"500px\"],[{\"message\":{\"type\":\"widget:restore\","
                + "\"state\":\"queue=q1\"},\"origin\":\"http://127.0.0.1:9000\"}],\"510px\"]");
  }

  @Test
  void fragment_floodOfTheSuccessor_leavesTheShownFrame() {
    assertThat(
            byFragment(
                """
                refresh('t2');
                const second = next();
                for (let i = 0; i < 2000; i++) from(second, {type: 'widget:refresh'});
                b.pass(2000);
                from(platform(), {type: 'widget:dimensions', height: 432});
                return [frames(), platform().style.getPropertyValue('height'),
                  b.posted('rejected').at(-1).counts.quarantine];
                """))
        .isEqualTo("[\"kpi,platform\",\"432px\",1]");
  }

  @Test
  void fragment_successorNotReady_leavesTheOldOneIsReportedAndTriedAgain() {
    assertThat(
            byFragment(
                """
                const first = platform();
                refresh('t2');
                b.pass(9999);
                const patient = frames();
                b.pass(1001);
                const after = [frames(), first === platform(),
                  b.posted('trouble').map(({code}) => code)];
                b.pass(30000);
                const again = frames();
                ready(next()); b.pass(1000);
                return [patient, ...after, again, first === platform()];
                """))
        .isEqualTo(
            "[\"kpi,platform,platform-next\",\"kpi,platform\",true,[\"not-ready\"],"
                + "\"kpi,platform,platform-next\",false]");
  }

  @Test
  void fragment_newerTokenWhileOneLoads_replacesTheSuccessor() {
    assertThat(
            byFragment(
                """
                refresh('t2'); const second = next();
                refresh('t3'); const third = next();
                const dead = second.contentWindow;
                ready(third); b.pass(60000);
                return [dead, platform() === third, frames(), b.posted('trouble').length];
                """))
        .isEqualTo("[null,true,\"kpi,platform\",0]");
  }

  @Test
  void fragment_agentWorksInTheFrame_waitsUntilTheFocusLeaves() {
    assertThat(
            byFragment(
                """
                platform().focus();
                refresh('t2'); b.pass(20000);
                const working = frames();
                b.document.activeElement = b.document.body;
                b.pass(500);
                return [working, frames()];
                """))
        .isEqualTo("[\"kpi,platform\",\"kpi,platform,platform-next\"]");
  }

  @Test
  void fragment_desktopHasTheFocus_doesNotWait() {
    assertThat(
            byFragment(
                "platform().focus(); b.document.focused = false; refresh('t2'); return frames();"))
        .isEqualTo("\"kpi,platform,platform-next\"");
  }

  /** The first token came a second before this and lives for a minute. */
  @ParameterizedTest
  @CsvSource({"43500, false", "45500, true"})
  void fragment_agentWorksOn_isReplacedShortlyBeforeTheOldTokenDies(int millis, boolean replaced) {
    assertThat(
            byFragment(
                "platform().focus(); refresh('t2'); b.pass("
                    + millis
                    + ");"
                    + " return next() !== null;"))
        .isEqualTo(String.valueOf(replaced));
  }

  @Test
  void fragment_swap_keepsScrollPositionAndFocus() {
    assertThat(
            byFragment(
                """
                window.scrollTo(3, 250);
                refresh('t2');
                platform().focus();
                const second = next();
                const append = platform().remove;
                platform().remove = function () { append.call(this); window.scrollTo(0, 0); };
                ready(second); b.pass(1000);
                return [window.scrollX, window.scrollY, b.document.activeElement === second];
                """))
        .isEqualTo("[3,250,true]");
  }

  @Test
  void state_isHandedBackToEachNewDocumentAndTold_toNobodyElse() {
    assertThat(
            HostScriptTest.host(
                """
                show(); ready();
                from(platform(), {type: 'widget:state', state: 'queue=s3cret'});
                ready();
                b.pass(1000);
                return [posted(), JSON.stringify(b.posts).includes('s3cret')];
                """))
        .isEqualTo(
            "[[{\"message\":{\"type\":\"widget:restore\",\"state\":\"queue=s3cret\"},"
                + "\"origin\":\"http://127.0.0.1:9000\"}],false]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9000/app/?access_token=t2#/w", "https://evil.test/#t2"})
  void fragment_refusedAddress_leavesTheShownFrame(String address) {
    assertThat(
            byFragment(
                """
                const first = platform();
                b.event({type: 'platform', mode: 'fragment', src: '%s'});
                b.pass(1000);
                return [frames(), first === platform()];
                """
                    .formatted(address)))
        .isEqualTo("[\"kpi,platform\",true]");
  }

  @Test
  void history_isReportedAndReportedAgainWhenItGrew() {
    assertThat(
            HostScriptTest.host(
                """
                show(); ready(); b.pass(1000);
                const before = b.posted('frames').at(-1).history;
                history.length = 4;
                from(platform(), {type: 'widget:refresh'});
                b.pass(1000);
                return [before, b.posted('frames').at(-1).history];
                """))
        .isEqualTo("[1,4]");
  }

  /** A second platform of the list: its frames are judged by its own origin. */
  private static final String OTHER =
      """
      const other = {origin: 'http://127.0.0.1:9001'};
      const showOther = () =>
        b.event({type: 'platform', mode: 'post', src: 'http://127.0.0.1:9001/app/#/w2'});
      """;

  @Test
  void otherPlatform_isHeardByItsOwnOriginOnly() {
    assertThat(
            byMessage(
                OTHER
                    + """
                    showOther();
                    from(platform(), {type: 'widget:refresh'});
                    const before = b.posted('widget').length;
                    from(platform(), {type: 'widget:refresh'}, other);
                    b.pass(1500);
                    return [platform().src, before, b.posted('widget').length,
                      b.posted('rejected').map(({counts}) => counts)];
                    """))
        .isEqualTo("[\"http://127.0.0.1:9001/app/#/w2\",0,1,[{\"origin\":1}]]");
  }

  @Test
  void otherPlatform_tokenAfterItsAddress_isNotPostedToTheOneBefore() {
    assertThat(
            byMessage(
                OTHER
                    + """
                    give('t1');
                    ready();
                    taken();
                    showOther();
                    give('t2');
                    from(next(), {type: 'widget:ready'}, other);
                    return [posts(), posted(next())];
                    """))
        .isEqualTo(
            "[[\"t1\"],[{\"message\":{\"type\":\"widget:token\",\"token\":\"t2\"},"
                + "\"origin\":\"http://127.0.0.1:9001\"}]]");
  }

  @Test
  void otherPlatform_getsNeitherStateNorTokenOfTheOneBefore() {
    assertThat(
            byMessage(
                OTHER
                    + """
                    give('t1');
                    ready();
                    taken();
                    from(platform(), {type: 'widget:state', state: 'filter=a'});
                    showOther();
                    from(next(), {type: 'widget:ready'}, other);
                    return posted(next()).map(({message}) => message.type);
                    """))
        .isEqualTo("[]");
  }
}
