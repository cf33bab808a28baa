package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MessageFilterTest {

  private static final String MODULE = "message-filter.js";

  /** A filter for the platform of the vectors, with a clock and a flood counter. */
  private static final String FILTER =
      """
      let time = 0;
      let quarantined = 0;
      const frame = {};
      const counts = m.dropCounts();
      const filter = m.messageFilter({origin: 'https://acme.mygenesys.com', counts,
        source: () => frame, now: () => time, quarantine: () => quarantined++});
      const good = (data = {type: 'widget:ready'}) =>
        ({isTrusted: true, source: frame, origin: 'https://acme.mygenesys.com', ports: [], data});
      const accepted = (n) => {
        const event = good();
        let count = 0;
        for (let i = 0; i < n; i++) if (filter.check(event).accepted) count++;
        return count;
      };
      """;

  @BeforeAll
  static void scripts() {
    Js.script("vectors.js");
  }

  /**
   * Reading the data of a stranger's message is what a bomb waits for, so reads are counted too.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void check_vector_isAsExpectedAndStrangersAreNotRead(
      String id, JsonObject event, String expected) {
    var outcome =
        Js.json(
            MODULE,
            FILTER
                + """
                const sources = {platform: frame, nested: {}, opener: {}, kpi: {}};
                const event = vectorEvent(args[0], sources);
                const verdict = filter.check(event);
                return [verdict.accepted ? 'accept' : `drop:${verdict.reason}`, event.reads];
                """,
            event.toString());
    boolean stranger = expected.matches("drop:(?:untrusted|source|origin|ports)");
    assertThat(outcome).isEqualTo("[\"%s\",%d]".formatted(expected, stranger ? 0 : 1));
  }

  static Stream<Arguments> vectors() {
    var file = JsonParser.parseString(Resources.text("window-messages.json")).getAsJsonObject();
    return StreamSupport.stream(file.getAsJsonArray("vectors").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(
            vector ->
                Arguments.of(
                    vector.get("id").getAsString(),
                    vector.getAsJsonObject("event"),
                    vector.get("expect").getAsString()));
  }

  @Test
  void check_accepted_isAFreshFrozenCopy() {
    assertThat(
            Js.json(
                MODULE,
                FILTER
                    + """
                    const data = {type: 'widget:dimensions', height: 400};
                    const {message} = filter.check(good(data));
                    data.height = 9999;
                    return [message, Object.isFrozen(message)];
                    """))
        .isEqualTo("[{\"type\":\"widget:dimensions\",\"height\":400},true]");
  }

  @Test
  void rate_flood_passesTheBurstOnly() {
    assertThat(Js.run(MODULE, FILTER + "return accepted(10000);").asInt()).isEqualTo(20);
  }

  @Test
  void rate_afterASecond_earnsTenMore() {
    assertThat(
            Js.json(
                MODULE, FILTER + "const a = accepted(99); time = 1000; return [a, accepted(99)];"))
        .isEqualTo("[20,10]");
  }

  @Test
  void rate_clockStepsBack_earnsNothing() {
    assertThat(
            Js.json(
                MODULE,
                FILTER
                    + "time = 5000; accepted(99); time = 0; const a = accepted(9); time = 5000;"
                    + " return [a, accepted(9)];"))
        .isEqualTo("[0,0]");
  }

  @Test
  void rate_strangersFlood_costsThePlatformNothing() {
    assertThat(
            Js.run(
                    MODULE,
                    FILTER
                        + """
                        for (let i = 0; i < 1000; i++) filter.check({...good(), origin: 'https://evil.test'});
                        return accepted(30);
                        """)
                .asInt())
        .isEqualTo(20);
  }

  @Test
  void quarantine_moreThan500Dropped_happensOnce() {
    assertThat(
            Js.json(
                MODULE,
                FILTER
                    + "accepted(520); const before = quarantined; accepted(5000);"
                    + " return [before, quarantined, counts.take().quarantine];"))
        .isEqualTo("[0,1,1]");
  }

  @Test
  void counts_areByReasonAndStartAgain() {
    assertThat(
            Js.json(
                MODULE,
                FILTER
                    + """
                    filter.check({...good(), isTrusted: false});
                    filter.check(good({type: 'constructor'}));
                    filter.check(good('text'));
                    filter.check(good('text'));
                    return [counts.take(), counts.take()];
                    """))
        .isEqualTo("[{\"untrusted\":1,\"unknown-type\":1,\"not-object\":2},null]");
  }

  @Test
  void check_removedFrame_takesNoNullSource() {
    assertThat(
            Js.run(
                    MODULE,
                    """
                    const filter = m.messageFilter({origin: 'https://a.test', source: () => null,
                      now: () => 0, counts: m.dropCounts()});
                    return filter.check({isTrusted: true, source: null, origin: 'https://a.test',
                      ports: [], data: {type: 'widget:ready'}}).reason;
                    """)
                .asString())
        .isEqualTo("source");
  }
}
