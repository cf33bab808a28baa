package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agent sees and hears; of the modules and of the script that is served. */
@ParameterizedClass
@EnumSource
final class ViewTest {

  private final KpiPage page;

  ViewTest(KpiPage page) {
    this.page = page;
  }

  private String view(String body) {
    return page.json(body);
  }

  @Test
  void start_saysHelloToTheOneHost_andShowsASkeleton() {
    assertThat(view("return [view.hello, hidden('.skeleton'), texts('.when'), hidden('.notice')];"))
        .isEqualTo(
            "[{\"message\":{\"type\":\"kpi:hello\",\"oldest\":1,\"newest\":1},\"origin\":\"https://kpi-host.invalid\"},"
                + "false,[\"Loading your figures\u2026\"],true]");
  }

  @Test
  void show_tiles_haveValueStatusTargetAndChange() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                return [texts('.tile .title'), texts('.tile .value'), texts('.note .status'),
                  texts('.goal'), texts('.delta')];
                """))
        .isEqualTo(
            "[[\"Waiting now\",\"Longest wait\",\"Service level\",\"Occupancy\"],"
                + "[\"6\",\"3:07\",\"83.2%\",\"\u00d7\"],"
                + "[\"near limit\",\"breached\",\"on target\","
                + "\"Needs analytics:userAggregate:view. Ask your administrator.\"],"
                + "[\"target 5\",\"target 2:00\",\"target 80%\",\"\"],"
                + "[\"\u25b4\u20092\",\"\u25b4\u20091:02\",\"\",\"\"]]");
  }

  @Test
  void show_largeSnapshotAgain_touchesNothing() {
    assertThat(
            view(
                """
                view.show(largeSnapshot());
                writes = 0;
                view.show(largeSnapshot({version: 8}));
                view.pass(0);
                return [all('.tile').length, all('.row').length, all('.plot').length, writes];
                """))
        .isEqualTo("[60,50,3,0]");
  }

  @Test
  void show_oneValueChanged_touchesThatTileOnly() {
    assertThat(
            view(
                """
                view.show(largeSnapshot());
                const tiles = all('.tile');
                const before = tiles.map((tile) => tile.textContent);
                const next = largeSnapshot();
                next.kpis[3].value = 22;
                writes = 0;
                view.show(next);
                return [writes, all('.tile').every((tile, i) => tile === tiles[i]),
                  tiles.filter((tile, i) => tile.textContent !== before[i]).length, texts('.tile .value')[3]];
                """))
        .isEqualTo("[2,true,1,\"22\"]");
  }

  @Test
  void show_oneCellAndOnePointChanged_touchThoseOnly() {
    assertThat(
            view(
                """
                view.show(largeSnapshot());
                const next = largeSnapshot();
                next.queues[4].cells[0].value = 1;
                writes = 0;
                view.show(next);
                const cell = writes;
                next.trends[1].own[10] = 230;
                view.show(next);
                return [cell, writes - cell];
                """))
        .isEqualTo("[2,1]");
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
  void show_tilesInAnotherOrder_keepTheFocus() {
    assertThat(
            view(
                """
                const s = sampleSnapshot();
                s.kpis[3].about = 'Time in conversations.';
                view.show(s);
                const heading = all('.tile h2')[3];
                heading.focus();
                s.kpis.reverse();
                view.show(s);
                return [document.activeElement === heading, all('.tile h2')[0] === heading];
                """))
        .isEqualTo("[true,true]");
  }

  @Test
  void readBack_isWhatTheDocumentSays() {
    assertThat(view("view.show(sampleSnapshot()); return view.readBack();"))
        .isEqualTo(
            "{\"type\":\"shown\",\"version\":7,\"notices\":[],\"kpis\":{"
                + "\"waiting\":{\"text\":\"6\",\"value\":6,\"reason\":\"\"},"
                + "\"longestWait\":{\"text\":\"3:07\",\"value\":187,\"reason\":\"\"},"
                + "\"serviceLevel\":{\"text\":\"83.2%\",\"value\":0.832,\"reason\":\"\"},"
                + "\"occupancy\":{\"text\":\"\u00d7\",\"value\":null,"
                + "\"reason\":\"Needs analytics:userAggregate:view. Ask your administrator.\"}},"
                + "\"queues\":[{\"id\":\"q2\",\"name\":\"Billing\",\"cells\":{"
                + "\"waiting\":{\"text\":\"3\",\"value\":3,\"reason\":\"\"},"
                + "\"longestWait\":{\"text\":\"3:07\",\"value\":187,\"reason\":\"\"}}},"
                + "{\"id\":\"q3\",\"name\":\"Support\",\"cells\":{"
                + "\"waiting\":{\"text\":\"2\",\"value\":2,\"reason\":\"\"},"
                + "\"longestWait\":{\"text\":\"1:04\",\"value\":64,\"reason\":\"\"}}},"
                + "{\"id\":\"q1\",\"name\":\"Sales\",\"cells\":{"
                + "\"waiting\":{\"text\":\"0\",\"value\":0,\"reason\":\"\"},"
                + "\"longestWait\":{\"text\":\"\u2013\",\"value\":null,"
                + "\"reason\":\"No data yet\"}}}]}");
  }

  @Test
  void show_noNumber_isItsMarkAndSaysWhy_inTilesAndCells() {
    assertThat(
            view(
                """
                const kinds = [{value: 0}, {reason: 'No data yet'}, {mark: 'n/a', reason: 'Not for you'}, {mark: '!'}];
                const figures = kinds.map((kind, i) => ({id: `k${i}`, unit: 'count', ...kind}));
                view.show(sampleSnapshot({kpis: figures, queues: [{id: 'q', cells: figures}], trends: []}));
                return [texts('.tile .value'), texts('td .value'), texts('.tile .status'), texts('td .said'),
                  all('td').map((cell) => cell.getAttribute('title')),
                  all('.tile').map((tile) => tile.getAttribute('data-none'))];
                """))
        .isEqualTo(
            "[[\"0\",\"\u2013\",\"n/a\",\"!\"],[\"0\",\"\u2013\",\"n/a\",\"!\"],"
                + "[\"\",\"No data yet\",\"Not for you\",\"\"],[\"\",\"No data yet\",\"Not for you\",\"\"],"
                + "[null,\"No data yet\",\"Not for you\",null],[null,\"\",\"\",\"\"]]");
  }

  @Test
  void show_otherLanguage_wordsAndFiguresFollow() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                view.hear({type: 'words', words: {...words, target: 'Ziel', fresh: 'Stand'}});
                view.show(sampleSnapshot({locale: 'de-DE'}));
                return [texts('.when')[0], texts('.value')[2], texts('.goal')[0],
                  document.documentElement.getAttribute('lang'), all('.tile').length];
                """))
        .isEqualTo("[\"Stand 14:52\",\"83,2\u00a0%\",\"Ziel 5\",\"de-DE\",4]");
  }

  @Test
  void show_rightToLeft_turnsThePage() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({locale: 'ar-EG', rtl: true}));
                return [document.documentElement.getAttribute('dir'), texts('.value')[1]];
                """))
        .isEqualTo("[\"rtl\",\"\u0663:\u0660\u0667\"]");
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
        .isEqualTo("[null,\"\",null,null]");
  }

  @Test
  void spark_isDrawnFromFivePointsOn() {
    assertThat(
            view(
                """
                const s = sampleSnapshot();
                s.kpis[0].history = [1, 2, null, 3, 4];
                s.kpis[1].history = [1, 2, 3, 4, 5];
                view.show(s);
                return all('.spark').slice(0, 4).map((node) => node.getAttribute('hidden') === null);
                """))
        .isEqualTo("[false,false,true,false]");
  }

  @Test
  void serviceLevel_isAGaugeAgainstItsTarget() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                const gauge = all('.gauge')[2];
                return [all('.gauge').map((node) => node.getAttribute('hidden')),
                  ['role', 'aria-label', 'aria-valuenow', 'aria-valuemin', 'aria-valuemax', 'aria-valuetext']
                    .map((name) => gauge.getAttribute(name)),
                  ['missed', 'met', 'needle'].map((zone) => gauge.querySelector(`.${zone}`).getAttribute('d'))];
                """))
        .isEqualTo(
            "[[\"\",\"\",null,\"\"],"
                + "[\"meter\",\"Service level\",\"0.832\",\"0\",\"1\",\"83.2%, on target\"],"
                + "[\"M0 50H800\",\"M800 50H1000\",\"M832 0V100\"]]");
  }

  @Test
  void about_isAKeyStopOnlyWhereThereIsOne() {
    assertThat(
            view(
                """
                const s = sampleSnapshot();
                s.kpis[1].about = 'The <b>oldest</b> one that waits.';
                const stops = () => all('.tile h2').map((head) => head.getAttribute('tabindex'));
                view.show(s);
                const before = [stops(), texts('.about')];
                view.show(sampleSnapshot());
                return [...before, stops()];
                """))
        .isEqualTo(
            "[[null,\"0\",null,null],[\"\",\"The <b>oldest</b> one that waits.\",\"\",\"\"],"
                + "[null,null,null,null]]");
  }

  @Test
  void about_escape_takesItAwayUntilTheNextKeyOrLook() {
    assertThat(
            view(
                """
                const quiet = () => all('.view')[0].getAttribute('data-quiet');
                const states = [];
                for (const [type, key] of [['keydown', 'Escape'], ['mouseover'], ['keydown', 'Escape'], ['keydown', 'Tab']]) {
                  document.listeners.dispatch(type, {key});
                  states.push(quiet());
                }
                return states;
                """))
        .isEqualTo("[\"\",null,\"\",null]");
  }

  /** News, and short ways to see and to dismiss it. */
  private static final String NEWS =
      """
      const closed = {id: 'a', title: 'Billing was closed.', about: 'Its figures are gone.'};
      const opened = {id: 'b', title: 'Sales is new.'};
      const tell = (notices, more = {}) => view.show(sampleSnapshot({notices, ...more}));
      const dismiss = (i) => all('.news button')[i].dispatch('click', {});
      """;

  @Test
  void notices_areShownWithTheirNextStep_andReadBack() {
    assertThat(
            view(
                NEWS
                    + """
                    const before = texts('.news li').length;
                    tell([closed, opened]);
                    return [before, texts('.news .what'), texts('.news .then'),
                      all('.news button')[0].getAttribute('aria-label'), view.readBack().notices,
                      hidden('.notice'), texts('.when')[0]];
                    """))
        .isEqualTo(
            "[0,[\"Billing was closed.\",\"Sales is new.\"],[\"Its figures are gone.\",\"\"],"
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
                    const again = texts('.news .what');
                    tell([]);
                    tell([closed]);
                    return [after, again, texts('.news .what')];
                    """))
        .isEqualTo("[[\"Sales is new.\"],[],[\"Billing was closed.\"]]");
  }

  @Test
  void notice_dismissedByTheLastAgent_isShownToTheNext() {
    assertThat(
            view(
                NEWS
                    + """
                    tell([closed]);
                    dismiss(0);
                    tell([closed], {kpis: [], state: {kind: 'signedOut'}});
                    tell([closed]);
                    return texts('.news .what');
                    """))
        .isEqualTo("[\"Billing was closed.\"]");
  }

  @Test
  void agent_ownState_isShownWithItsTimeWhereItIsTold() {
    assertThat(
            view(
                """
                const s = sampleSnapshot();
                const line = () => texts('.doing')[0];
                view.show(s);
                const untold = line();
                view.show({...s, agent: {state: 'Break', since: s.now - 10000}});
                const told = line();
                view.pass(60000);
                const minute = line();
                view.pass(60000);
                return [untold, told, minute, line()];
                """))
        .isEqualTo("[\"\",\"Break\",\"Break, 1 minute\",\"Break, 2 minutes\"]");
  }

  @Test
  void freshness_underAHeaderThatSaysIt_isNotRepeated() {
    assertThat(view("view.show(sampleSnapshot({asOf: undefined})); return texts('.when');"))
        .isEqualTo("[\"\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fresh|live|Updated 14:52|null",
        "stale|live|Data from 14:52, 2 seconds old|\"\"",
        "expired|live|Data from 14:52, 2 seconds old|\"\"",
        "fresh|offline|Data from 14:52, 2 seconds old|\"\"",
        "fresh|partial|Updated 14:52|null"
      })
  void freshness_saysWhenAndMarksWhatIsLate(String age, String kind, String when, String late) {
    assertThat(
            view(
                "view.show(sampleSnapshot({age: '%s', state: {kind: '%s'}}));".formatted(age, kind)
                    + "return [texts('.when')[0], all('.freshness')[0].getAttribute('data-late'),"
                    + "all('.view')[0].getAttribute('data-age')];"))
        .isEqualTo("[\"%s\",%s,\"%s\"]".formatted(when, late, age));
  }

  @Test
  void figures_notRefreshed_growOlderByThemselves() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({age: 'stale'}));
                view.pass(120000);
                return texts('.when')[0];
                """))
        .isEqualTo("\"Data from 14:52, 2 minutes old\"");
  }

  @Test
  void value_duration_isHeardInWordsWithItsChange() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                return [all('.tile .value').map((node) => node.getAttribute('aria-hidden')),
                  texts('.tile .said')];
                """))
        .isEqualTo(
            "[[null,\"true\",null,\"true\"],[\", up 2\","
                + "\"3 minutes, 7 seconds, up 1 minute, 2 seconds\",\"\","
                + "\"Needs analytics:userAggregate:view. Ask your administrator.\"]]");
  }

  @Test
  void row_saysItsStatusInWords() {
    assertThat(view("view.show(sampleSnapshot()); return texts('.row .status');"))
        .isEqualTo("[\"breached\",\"on target\",\"on target\"]");
  }

  @Test
  void table_hasOneColumnPerFigureOfItsFirstRow() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                const before = texts('.heads th');
                const s = sampleSnapshot();
                s.queues.forEach((queue) => queue.cells.shift());
                view.show(s);
                return [before, texts('.heads th'), all('.row td').length];
                """))
        .isEqualTo("[[\"Queue\",\"Waiting\",\"Longest\"],[\"Queue\",\"Longest\"],3]");
  }

  @Test
  void trend_hasALegendAndATableOfTheSameValues() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot());
                return [texts('.legend span'), texts('.open'), texts('.lines tr'),
                  all('.plot')[0].getAttribute('aria-label')];
                """))
        .isEqualTo(
            "[[\"You 5:00\",\"Queue 4:40\",\"target 4:30\"],[\"Show data as table\"],"
                + "[\"09:305:004:40\",\"09:15\u20134:55\",\"09:004:104:50\"],"
                + "\"Handle time: You 5 minutes, Queue 4 minutes, 40 seconds, target 4 minutes, 30 seconds\"]");
  }

  @Test
  void trend_updated_keepsItsTableOpen() {
    assertThat(
            view(
                """
                const s = sampleSnapshot();
                view.show(s);
                const [details] = all('details');
                details.setAttribute('open', '');
                details.querySelector('summary').focus();
                s.trends[0].own.push(310);
                s.trends[0].times.push(s.now);
                view.show(s);
                return [all('details')[0].getAttribute('open'), document.activeElement.localName,
                  texts('.lines tr')[0]];
                """))
        .isEqualTo("[\"\",\"summary\",\"14:525:10\u2013\"]");
  }

  @Test
  void starting_isASkeletonWithoutFigures() {
    assertThat(
            view(
                """
                const none = {kpis: [], queues: [], trends: [], state: {kind: 'starting', sentence: 'Signing in'}};
                view.show(sampleSnapshot(none));
                const starting = [hidden('.skeleton'), texts('.sentence')[0], hidden('.queues')];
                view.show(sampleSnapshot());
                return [...starting, hidden('.skeleton')];
                """))
        .isEqualTo("[false,\"Signing in\",true,true]");
  }

  @Test
  void signedOut_saysSoAndWhatToDo() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({kpis: [], queues: [], trends: [],
                  state: {kind: 'signedOut', sentence: 'You are signed out.', nextStep: 'Sign in.'}}));
                return [texts('.sentence')[0], texts('.next')[0], texts('.when')[0], hidden('.again'),
                  all('.notice')[0].getAttribute('data-alone')];
                """))
        .isEqualTo("[\"You are signed out.\",\"Sign in.\",\"\",true,\"\"]");
  }

  @Test
  void failed_hasAWayToTryAgain() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({kpis: [], state: {kind: 'failed', sentence: 'No.', nextStep: 'Ask.'}}));
                const button = all('.again')[0];
                button.dispatch('click', {});
                return [texts('.sentence')[0], texts('.next')[0], button.textContent, hidden('.again'),
                  view.posted('action')];
                """))
        .isEqualTo(
            "[\"No.\",\"Ask.\",\"Try again\",false,[{\"type\":\"action\",\"name\":\"refresh\"}]]");
  }

  @Test
  void trouble_besideFigures_keepsThem() {
    assertThat(
            view(
                """
                view.show(sampleSnapshot({age: 'stale',
                  state: {kind: 'offline', sentence: 'The platform does not answer.', nextStep: 'Wait.'}}));
                const [notice] = all('.notice');
                return [hidden('.notice'), texts('.sentence')[0], texts('.tile .value').length,
                  notice.getAttribute('data-alone'), notice.getAttribute('data-kind')];
                """))
        .isEqualTo("[false,\"The platform does not answer.\",4,null,\"offline\"]");
  }

  @Test
  void theme_isTakenWhereItFits_andPaintedIsSaid() {
    assertThat(
            view(
                """
                view.hear({type: 'theme', scheme: 'dark', page: '#202124', ink: 'red', card: '#fff;}', size: '13px',
                  font: '"Segoe UI"', line: 7});
                view.pass(300);
                return [Object.fromEntries(document.documentElement.style.values), view.posted('painted').length];
                """))
        .isEqualTo(
            "[{\"--scheme\":\"dark\",\"--page\":\"#202124\",\"--size\":\"13px\","
                + "\"--font\":\"\\\"Segoe UI\\\"\"},1]");
  }

  @Test
  void violation_isToldByItsDirectiveOnly() {
    assertThat(
            view(
                """
                document.listeners.dispatch('securitypolicyviolation',
                  {effectiveDirective: 'img-src', blockedURI: 'https://evil.test/secret'});
                return view.sent;
                """))
        .isEqualTo("[{\"type\":\"violation\",\"directive\":\"img-src\"}]");
  }
}
