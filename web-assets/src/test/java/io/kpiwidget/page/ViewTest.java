package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ViewTest {

  private static final String MODULE = "view.js";

  /** A view in an empty document, and short ways to what it says. */
  private static final String VIEW =
      """
      const root = freshDocument().body;
      let time = 0;
      const acts = [];
      const view = m.kpiView(root, {words: JSON.parse(args[0]), locale: 'en', now: () => time,
        act: (name) => acts.push(name)});
      const all = (selector) => root.querySelectorAll(selector);
      const texts = (selector) => all(selector).map((node) => node.textContent);
      const hidden = (selector) => all(selector)[0].getAttribute('hidden') !== null;
      """;

  @BeforeAll
  static void scripts() {
    Js.script("fake-dom.js");
    Js.script("sample.js");
  }

  private static String view(String body) {
    return Js.json(MODULE, VIEW + body, Words.json().toString());
  }

  @Test
  void show_tiles_haveValueStatusTargetAndChange() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                return [texts('.tile h2'), texts('.value'), texts('.note .status'), texts('.note .target'),
                  texts('.delta')];
                """))
        .isEqualTo(
            "[[\"Waiting now\",\"Longest wait\",\"Service level\",\"Occupancy\"],"
                + "[\"6\",\"3:07\",\"83.2%\",\"\u00d7\"],"
                + "[\"\u25b2 near limit\",\"\u25a0 breached\",\"\u25cf on target\","
                + "\"Needs the permission analytics:\u200buserAggregate:\u200bview. Ask your administrator.\"],"
                + "[\"target 5\",\"target 2:00\",\"target 80%\",\"\"],"
                + "[\"\u25b4\u20092\",\"\u25b4\u20091:02\",\"\",\"\"]]");
  }

  @Test
  void show_sameSnapshotAgain_touchesNothing() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                writes = 0;
                view.show(sampleSnapshot({version: 8}));
                return writes;
                """))
        .isEqualTo("0");
  }

  @Test
  void show_oneValueChanged_touchesThatTileOnly() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                const [before] = all('.tile');
                const next = sampleSnapshot();
                next.kpis[0].value = 7;
                writes = 0;
                view.show(next);
                return [writes, before === all('.tile')[0], texts('.value')[0]];
                """))
        .isEqualTo("[2,true,\"7\"]");
  }

  @Test
  void show_tileGone_leavesTheOthersInPlace() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                const [, second] = all('.tile');
                const next = sampleSnapshot();
                next.kpis.shift();
                writes = 0;
                view.show(next);
                return [writes, all('.tiles .tile').includes(second)];
                """))
        .isEqualTo("[1,true]");
  }

  @Test
  void readBack_isWhatTheDocumentSays() {
    assertThat(view("view.show(sampleSnapshot()); return view.readBack();"))
        .isEqualTo(
            "{\"type\":\"shown\",\"version\":7,\"notices\":[],\"kpis\":{\"waiting\":{\"text\":\"6\",\"value\":6},"
                + "\"longestWait\":{\"text\":\"3:07\",\"value\":187},"
                + "\"serviceLevel\":{\"text\":\"83.2%\",\"value\":0.832},"
                + "\"occupancy\":{\"text\":\"\u00d7\",\"value\":null,\"reason\":\"Needs the permission"
                + " analytics:userAggregate:view. Ask your administrator.\"}},\"queues\":["
                + "{\"id\":\"q2\",\"name\":\"Billing\",\"cells\":{\"waiting\":{\"text\":\"3\",\"value\":3},"
                + "\"longestWait\":{\"text\":\"3:07\",\"value\":187}}},"
                + "{\"id\":\"q3\",\"name\":\"Support\",\"cells\":{\"waiting\":{\"text\":\"2\",\"value\":2},"
                + "\"longestWait\":{\"text\":\"1:04\",\"value\":64}}},"
                + "{\"id\":\"q1\",\"name\":\"Sales\",\"cells\":{\"waiting\":{\"text\":\"0\",\"value\":0},"
                + "\"longestWait\":{\"text\":\"\u2013\",\"value\":null,"
                + "\"reason\":\"No data yet\"}}}]}");
  }

  /** A snapshot whose tiles and one queue's cells are of every kind. */
  private static final String KINDS =
      """
      const kinds = [{kind: 'number', value: 0}, {kind: 'noData'},
        {kind: 'notPermitted', detail: 'a:b', contact: 'the help desk'}, {kind: 'notApplicable'},
        {kind: 'failed', detail: 'The platform refused it.'}];
      const every = (key) => kinds.map((kind, i) => ({[key]: `k${i}`, unit: 'count', ...kind}));
      const ofEveryKind = (more = {}) => sampleSnapshot({kpis: every('id'),
        queues: [{id: 'q', name: 'Q', cells: every('kpi')}], trends: [], ...more});
      """;

  @Test
  void show_everyKind_hasItsOwnMark_inTilesAndCells() {
    assertThat(
            view(KINDS + "view.show(ofEveryKind()); return [texts('.value'), texts('td .cell')];"))
        .isEqualTo(
            "[[\"0\",\"\u2013\",\"\u00d7\",\"n/a\",\"!\"],"
                + "[\"0\",\"\u2013\",\"\u00d7\",\"n/a\",\"!\"]]");
  }

  @Test
  void show_everyKindWithoutANumber_saysWhy_inTilesAndCells() {
    var reasons =
        "\"No data yet\",\"Needs the permission a:\u200bb. Ask the help desk.\","
            + "\"Does not apply to you\",\"The platform refused it.\"";
    assertThat(
            view(
                KINDS
                    + """
                    view.show(ofEveryKind());
                    return [texts('.status').slice(1), texts('td .spoken').slice(1),
                      all('td').map((cell) => cell.getAttribute('title'))];
                    """))
        .isEqualTo("[[%1$s],[%1$s],[null,%1$s]]".formatted(reasons));
  }

  @Test
  void show_german_namesTheAdministration() {
    assertThat(view("view.show(sampleSnapshot({locale: 'de-DE'})); return texts('.status')[3];"))
        .contains("Fragen Sie Ihre Administration.");
  }

  @Test
  void tile_large_isMarked() {
    assertThat(
            view(
                """
                const s = sampleSnapshot();
                s.kpis[1].large = true;
                view.show(s);
                return all('.tile').map((tile) => tile.getAttribute('data-large'));
                """))
        .isEqualTo("[null,\"true\",null,null]");
  }

  @Test
  void about_isAKeyStopWithItsTextOnlyWhereThereIsOne() {
    assertThat(
            view(
                """
                const s = sampleSnapshot();
                s.kpis[1].about = 'The <b>oldest</b> one that waits.';
                view.show(s);
                const heads = all('.tile h2');
                const hints = all('.about');
                const stops = () => heads.map((head) => head.getAttribute('tabindex'));
                const before = stops();
                const linked = heads[1].getAttribute('aria-describedby') === hints[1].id;
                view.show(sampleSnapshot());
                return [before, linked, hints[1].textContent, stops(),
                  heads[1].getAttribute('aria-describedby'), new Set(hints.map(({id}) => id)).size];
                """))
        .isEqualTo("[[null,\"0\",null,null],true,\"\",[null,null,null,null],null,4]");
  }

  @Test
  void about_escape_takesItAwayUntilTheNextLook() {
    assertThat(
            view(
                """
                const s = sampleSnapshot();
                s.kpis[0].about = 'All that wait.';
                view.show(s);
                document.listeners.dispatch('keydown', {key: 'a'});
                const kept = hidden('.about');
                document.listeners.dispatch('keydown', {key: 'Escape'});
                const away = hidden('.about');
                all('.tile h2')[0].dispatch('focus', {});
                return [kept, away, hidden('.about'), texts('.about')[0]];
                """))
        .isEqualTo("[false,true,false,\"All that wait.\"]");
  }

  /** News, and short ways to see and to dismiss it. */
  private static final String NEWS =
      """
      const closed = {sentence: 'Billing was closed.', nextStep: 'Its figures are gone.'};
      const opened = {sentence: 'Sales is new.', nextStep: ''};
      const tell = (notices, more = {}) => view.show(sampleSnapshot({notices, ...more}));
      const dismiss = (i) => all('.news button')[i].dispatch('click', {});
      """;

  @Test
  void notices_areShownWithTheirNextStep_andReadBack() {
    assertThat(
            view(
                NEWS
                    + """
                    const before = hidden('.news');
                    tell([closed, opened]);
                    return [before, hidden('.news'), texts('.news .what'), texts('.news .then'),
                      all('.news button')[0].getAttribute('aria-label'), view.readBack().notices,
                      hidden('.notice'), texts('.when')[0]];
                    """))
        .isEqualTo(
            "[true,false,[\"Billing was closed.\",\"Sales is new.\"],[\"Its figures are gone.\",\"\"],"
                + "\"Dismiss: Billing was closed.\",[\"Billing was closed.\",\"Sales is new.\"],"
                + "true,\"Updated 14:52\"]");
  }

  @Test
  void notice_dismissed_staysAwayWhileItIsToldAndComesBackWithTheNext() {
    assertThat(
            view(
                NEWS
                    + """
                    tell([closed, opened]);
                    dismiss(0);
                    const after = texts('.news .what');
                    tell([closed]);
                    const again = [texts('.news .what'), hidden('.news')];
                    tell([]);
                    tell([closed]);
                    return [after, again, texts('.news .what')];
                    """))
        .isEqualTo("[[\"Sales is new.\"],[[],true],[\"Billing was closed.\"]]");
  }

  @Test
  void notice_dismissedByTheLastAgent_isShownToTheNext() {
    assertThat(
            view(
                NEWS
                    + """
                    tell([closed]);
                    dismiss(0);
                    tell([], {kpis: [], state: {kind: 'signedOut'}});
                    tell([closed]);
                    return texts('.news .what');
                    """))
        .isEqualTo("[\"Billing was closed.\"]");
  }

  @Test
  void show_underAHeaderThatSaysWhen_doesNotRepeatIt() {
    assertThat(
            view(
                """
                const line = all('.freshness')[0];
                view.show(sampleSnapshot());
                const alone = line.getAttribute('hidden');
                view.show(sampleSnapshot({header: true}));
                return [alone, line.getAttribute('hidden')];
                """))
        .isEqualTo("[null,\"\"]");
  }

  @Test
  void show_duration_isSpokenInWords() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                const [, longest] = all('.value');
                return [longest.getAttribute('aria-hidden'),
                  all('.figure .spoken').map((n) => n.textContent).filter((text) => text !== '')];
                """))
        .isEqualTo(
            "[\"true\",[\"up 2\",\"3 minutes, 7 seconds\",\"up 1 minute, 2 seconds\","
                + "\"Needs the permission analytics:\u200buserAggregate:\u200bview. Ask your administrator.\"]]");
  }

  @Test
  void show_queueStatus_isInTheRowsWords() {
    assertThat(view("view.show(sampleSnapshot()); return texts('tbody tr th').slice(0, 3);"))
        .isEqualTo(
            "[\"\u25a0Billing, breached\",\"\u25cfSupport, on target\",\"\u25cfSales, on target\"]");
  }

  @Test
  void trend_hasATableOfTheSameValues() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                return [texts('.trend tbody tr'), all('.plot svg')[0].getAttribute('aria-label')];
                """))
        .isEqualTo(
            "[[\"09:305:004:40\",\"09:15\u20134:55\",\"09:004:104:50\"],"
                + "\"Handle time: you 5 minutes, queue 4 minutes, 40 seconds. The table below has the"
                + " values.\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fresh|Updated 14:52",
        "stale|Data from 14:52, 2 seconds old",
        "expired|Data from 14:52, 2 seconds old"
      })
  void freshness_saysWhen(String age, String expected) {
    assertThat(view("view.show(sampleSnapshot({age: '" + age + "'})); return texts('.when')[0];"))
        .isEqualTo("\"" + expected + "\"");
  }

  @Test
  void tick_staleFigures_growOlder() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({age: 'stale'}));
                time = 120000;
                view.tick();
                return texts('.when')[0];
                """))
        .isEqualTo("\"Data from 14:52, 2 minutes old\"");
  }

  @Test
  void show_starting_isASkeletonWithoutFigures() {
    assertThat(
            view(
                """
                const start = hidden('.skeleton');
                view.show(sampleSnapshot({kpis: [], queues: [], trends: [], asOf: null,
                  state: {kind: 'starting', sentence: '', nextStep: ''}}));
                const starting = hidden('.skeleton');
                view.show(sampleSnapshot());
                return [start, starting, hidden('.skeleton'), view.hasFigures()];
                """))
        .isEqualTo("[false,false,true,true]");
  }

  @Test
  void show_signedOut_saysSoAndWhatToDo() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({kpis: [], queues: [], trends: [],
                  state: {kind: 'signedOut', sentence: '', nextStep: ''}}));
                return [texts('.sentence')[0], texts('.next')[0], texts('.when')[0], hidden('button')];
                """))
        .isEqualTo(
            "[\"You are signed out.\",\"Sign in on the desktop to see your figures.\",\"\",true]");
  }

  @Test
  void show_failed_hasAWayToTryAgain() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({kpis: [], state: {kind: 'failed', sentence: 'No.', nextStep: 'Ask.'}}));
                const button = all('button')[0];
                button.dispatch('click', {});
                return [texts('.sentence')[0], texts('.next')[0], button.textContent, acts];
                """))
        .isEqualTo("[\"No.\",\"Ask.\",\"Try again\",[\"refresh\"]]");
  }

  @Test
  void show_troubleBesideFigures_keepsThem() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({age: 'stale',
                  state: {kind: 'live', sentence: 'The platform does not answer.', nextStep: 'Wait.'}}));
                return [hidden('.notice'), texts('.sentence')[0], texts('.value').length,
                  all('.notice')[0].getAttribute('data-alone')];
                """))
        .isEqualTo("[false,\"The platform does not answer.\",4,null]");
  }

  @Test
  void show_german_speaksGermanAndCountsGerman() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({locale: 'de-DE'}));
                return [texts('.when')[0], texts('.value')[2], document.documentElement.getAttribute('lang')];
                """))
        .isEqualTo("[\"Stand 14:52\",\"83,2\u00a0%\",\"de-DE\"]");
  }

  @Test
  void show_arabic_runsRightToLeft() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({locale: 'ar-EG'}));
                return document.documentElement.getAttribute('dir');
                """))
        .isEqualTo("\"rtl\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<img src=x onerror=alert(1)>", "</script>", "\u05d0\u202eabc", "{{x}}"})
  void show_hostileNames_areText(String name) {
    assertThat(
            Js.run(
                    MODULE,
                    VIEW
                        + """
                        const s = sampleSnapshot();
                        s.kpis[0].title = s.queues[0].name = s.trends[0].title = s.agent.name = args[1];
                        s.kpis[0].about = s.kpis[3].contact = args[1];
                        s.notices = [{sentence: args[1], nextStep: args[1]}];
                        view.show(s);
                        return all('img').length + all('script').length;
                        """,
                    Words.json().toString(),
                    name)
                .asInt())
        .isZero();
  }

  @Test
  void show_noSnapshot_keepsWhatIsThere() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                writes = 0;
                return [view.show({type: 'snapshot', v: 9}), view.show(null), writes];
                """))
        .isEqualTo("[false,false,0]");
  }
}
