package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.identity.Shift;
import io.kpiwidget.host.AgentSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DesktopTest {

  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant FOUR = Instant.parse("2026-11-23T16:00:00Z");

  @Test
  void agent_whenNobodyIsSignedIn_isNone() {
    assertThat(Desktop.agent(null)).isNull();
  }

  @Test
  void agent_ofADesktopThatTellsLittle_hasNoShiftDivisionOrSkills() {
    var session = AgentSession.of("u1").locale(Locale.UK).build();

    assertThat(Desktop.agent(session))
        .isEqualTo(new Agent("u1", "u1", List.of(), Locale.UK, Optional.empty()));
  }

  @Test
  void agent_isAllThatTheDesktopTells() {
    var berlin = ZoneId.of("Europe/Berlin");
    var session =
        AgentSession.of("u1")
            .name("Ann")
            .queues(List.of("q1"))
            .locale(Locale.UK)
            .zone(berlin)
            .shift(EIGHT, FOUR)
            .division("service")
            .skills(List.of("billing", "sales"))
            .build();

    assertThat(Desktop.agent(session))
        .isEqualTo(
            new Agent(
                "u1",
                "Ann",
                List.of("q1"),
                Locale.UK,
                Optional.of(berlin),
                Optional.of(new Shift(EIGHT, FOUR)),
                Optional.of("service"),
                List.of("billing", "sales")));
  }

  @Test
  void agent_isTheSame_whateverTheStateIs_soThatTheFeedAsksNothing() {
    var session = AgentSession.of("u1").locale(Locale.UK);
    var before = Desktop.agent(session.build());

    assertThat(Desktop.agent(session.agentState("On a call", EIGHT).build())).isEqualTo(before);
  }
}
