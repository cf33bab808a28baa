package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MessageFilterTest {

  /** A filter for the platform of the vectors, with a clock and a flood counter. */
  private static final String FILTER =
      """
      let time = 0;
      let quarantined = 0;
      const frame = {};
      const counts = {};
      const rejections = {add: (reason) => { counts[reason] = (counts[reason] ?? 0) + 1; }};
      const filter = m.messageFilter({origin: 'https://acme.mygenesys.com', rejections,
        messages: JSON.parse(args[0]), source: () => frame, now: () => time,
        quarantine: () => quarantined++});
      const good = (data = {type: 'widget:ready'}) =>
        ({isTrusted: true, source: frame, origin: 'https://acme.mygenesys.com', ports: [], data});
      const accepted = (n, changes = {}) => {
        const event = {...good(), ...changes};
        let count = 0;
        for (let i = 0; i < n; i++) if (filter.check(event).accepted) count++;
        return count;
      };
      """;

  @BeforeAll
  static void scripts() {
    Js.script("vectors.js");
  }

  /** As JSON what {@code body} gives; {@code more} comes after the messages of the profile. */
  private static String filter(Profile profile, String body, String more) {
    return Js.json("message-filter.js", FILTER + body, profile.messages().toString(), more);
  }

  private static String filter(String body) {
    return filter(Profile.guide(), body, "");
  }

  static Stream<Vectors.Vector> vectors() {
    return Vectors.all();
  }

  /**
   * Reading the data of a stranger's message is what a bomb waits for, so reads are counted too.
   */
  @ParameterizedTest
  @MethodSource("vectors")
  void check_vector_isAsExpectedAndStrangersAreNotRead(Vectors.Vector vector) {
    var outcome =
        filter(
            Profile.guide(),
            """
            const sources = {platform: frame, nested: {}, opener: {}, kpi: {}};
            const event = vectorEvent(args[1], sources);
            const verdict = filter.check(event);
            return [verdict.accepted ? 'accept' : `drop:${verdict.reason}`, event.reads];
            """,
            vector.event().toString());
    assertThat(outcome)
        .isEqualTo("[\"%s\",%d]".formatted(vector.expected(), vector.ofAStranger() ? 0 : 1));
  }

  @Test
  void check_accepted_isAFreshFrozenCopy() {
    assertThat(
            filter(
                """
                const data = {type: 'widget:dimensions', height: 400};
                const {message} = filter.check(good(data));
                data.height = 9999;
                return [message, Object.isFrozen(message)];
                """))
        .isEqualTo("[{\"type\":\"widget:dimensions\",\"height\":400},true]");
  }

  @Test
  void check_anotherProfile_takesItsNamesAndSaysWhatTheyMean() {
    var theirs =
        Profile.of(
            SiteFile.object(
                Resources.text(Profile.GUIDE)
                    .replace("{\"const\": \"widget:dimensions\"}", "{\"const\": \"shell/size\"}")));
    assertThat(
            filter(
                theirs,
                """
                const said = (type) => filter.check(good({type, height: 400}));
                return [said('shell/size').message, said('widget:dimensions').reason];
                """,
                ""))
        .isEqualTo("[{\"type\":\"widget:dimensions\",\"height\":400},\"unknown-type\"]");
  }

  @Test
  void check_lengthOfText_isInCodePoints() {
    assertThat(
            filter(
                """
                const said = (state) => filter.check(good({type: 'widget:state', state})).accepted;
                return [said('😀'.repeat(2048)), said('😀'.repeat(2049))];
                """))
        .isEqualTo("[true,false]");
  }

  @Test
  void check_expectedPort_isNeeded() {
    assertThat(
            filter(
                """
                const one = m.messageFilter({origin: 'null', ports: 1, rejections, now: () => 0,
                  source: () => frame, messages: {hi: {means: 'hi', fields: {}, required: []}}});
                const said = (ports) => one.check(
                  {isTrusted: true, source: frame, origin: 'null', ports, data: {type: 'hi'}});
                return [said([]).reason, said([{}]).accepted, said([{}, {}]).reason];
                """))
        .isEqualTo("[\"ports\",true,\"ports\"]");
  }

  @Test
  void rate_flood_passesTheBurstOnly() {
    assertThat(filter("return accepted(400);")).isEqualTo("20");
  }

  @Test
  void rate_afterASecond_earnsTenMore() {
    assertThat(filter("const a = accepted(99); time = 1000; return [a, accepted(99)];"))
        .isEqualTo("[20,10]");
  }

  @Test
  void rate_clockStepsBack_earnsNothing() {
    assertThat(
            filter(
                "time = 5000; accepted(99); time = 0; const a = accepted(9); time = 5000;"
                    + " return [a, accepted(9)];"))
        .isEqualTo("[0,0]");
  }

  @Test
  void rate_strangersFlood_costsThePlatformNothing() {
    assertThat(filter("accepted(1000, {origin: 'https://evil.test'}); return accepted(30);"))
        .isEqualTo("20");
  }

  @ParameterizedTest
  @CsvSource({
    "520, {}, 0",
    "521, {}, 1",
    "5000, {}, 1",
    "500, {origin: 'https://evil.test'}, 0",
    "501, {origin: 'https://evil.test'}, 1",
    "501, {source: {}}, 1"
  })
  void quarantine_moreThan500DroppedAtOnce_happensOnce(
      int messages, String changes, int quarantines) {
    assertThat(
            filter(
                "accepted(%d, %s); return [quarantined, counts.quarantine ?? 0];"
                    .formatted(messages, changes)))
        .isEqualTo("[%d,%d]".formatted(quarantines, quarantines));
  }

  @Test
  void quarantine_frameThatReportsItsHeightWithEveryPictureAllDay_isNotNeeded() {
    assertThat(
            filter(
                """
                for (let i = 0; i < 60 * 600; i++) { time += 1000 / 60; accepted(1); }
                return quarantined;
                """))
        .isEqualTo("0");
  }

  @Test
  void counts_areByReason() {
    assertThat(
            filter(
                """
                filter.check({...good(), isTrusted: false});
                filter.check(good({type: 'constructor'}));
                filter.check(good('text'));
                filter.check(good('text'));
                return counts;
                """))
        .isEqualTo("{\"untrusted\":1,\"unknown-type\":1,\"not-object\":2}");
  }

  @Test
  void check_removedFrame_takesNoNullSource() {
    assertThat(
            filter(
                """
                const gone = m.messageFilter({origin: 'https://a.test', source: () => null,
                  now: () => 0, rejections, messages: JSON.parse(args[0])});
                return gone.check({isTrusted: true, source: null, origin: 'https://a.test',
                  ports: [], data: {type: 'widget:ready'}}).reason;
                """))
        .isEqualTo("\"source\"");
  }
}
