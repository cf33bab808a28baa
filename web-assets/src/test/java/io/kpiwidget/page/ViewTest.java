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
                + "[\"6\",\"3:07\",\"83.2%\",\"\u2013\"],"
                + "[\"\u25b2 near limit\",\"\u25a0 breached\",\"\u25cf on target\","
                + "\"Needs the permission analytics:\u200buserAggregate:\u200bview\"],"
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
            "{\"type\":\"shown\",\"version\":7,\"kpis\":{\"waiting\":{\"text\":\"6\",\"value\":6},"
                + "\"longestWait\":{\"text\":\"3:07\",\"value\":187},"
                + "\"serviceLevel\":{\"text\":\"83.2%\",\"value\":0.832},"
                + "\"occupancy\":{\"text\":\"\u2013\",\"value\":null}},\"queues\":["
                + "{\"id\":\"q2\",\"name\":\"Billing\",\"cells\":{\"waiting\":{\"text\":\"3\",\"value\":3},"
                + "\"longestWait\":{\"text\":\"3:07\",\"value\":187}}},"
                + "{\"id\":\"q3\",\"name\":\"Support\",\"cells\":{\"waiting\":{\"text\":\"2\",\"value\":2},"
                + "\"longestWait\":{\"text\":\"1:04\",\"value\":64}}},"
                + "{\"id\":\"q1\",\"name\":\"Sales\",\"cells\":{\"waiting\":{\"text\":\"0\",\"value\":0},"
                + "\"longestWait\":{\"text\":\"\u2013\",\"value\":null}}}]}");
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
                + "\"Needs the permission analytics:\u200buserAggregate:\u200bview\"]]");
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
