package io.kpiwidget.desktop.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountTest {

  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  private final Account ann = new Account("a1", "Ann Keller", List.of("billing", "orders"));

  @Test
  void moved_leavesOneQueueForAnother() {
    assertThat(ann.moved("billing", "sales").queues()).containsExactly("sales", "orders");
  }

  @Test
  void moved_intoAQueueTheyServe_namesItOnce() {
    assertThat(ann.moved("billing", "orders").queues()).containsExactly("orders");
  }

  @Test
  void session_carriesIdNameAndQueues() {
    var session = ann.session(Optional.empty());

    assertThat(session.agentId()).isEqualTo("a1");
    assertThat(session.displayName()).isEqualTo("Ann Keller");
    assertThat(session.queueIds()).containsExactly("billing", "orders");
    assertThat(session.zone()).isNull();
  }

  @Test
  void session_afterAMove_stillTellsSkillsAndShift() {
    var eight = Instant.parse("2026-11-23T08:00:00Z");
    var four = Instant.parse("2026-11-23T16:00:00Z");
    var shift = new Account.Shift(eight, four);
    var ben = new Account("b1", "Ben", List.of("q1"), List.of("sales"), Optional.of(shift));
    var session = ben.moved("q1", "q2").session(Optional.empty());

    assertThat(session.skills()).containsExactly("sales");
    assertThat(session.shiftStart()).isEqualTo(eight);
    assertThat(session.shiftEnd()).isEqualTo(four);
  }

  @Test
  void session_withoutAShift_tellsNone() {
    assertThat(ann.session(Optional.empty()).shiftStart()).isNull();
    assertThat(ann.session(Optional.empty()).skills()).isEmpty();
  }

  @Test
  void session_tellsWhatTheAgentDoes() {
    var session = ann.session(Optional.of(new Activity("a1", "On a call", NINE)));

    assertThat(session.agentState()).isEqualTo("On a call");
    assertThat(session.agentStateSince()).isEqualTo(NINE);
  }

  @Test
  void session_whatAnotherAgentDid_isLeftOut() {
    var session = ann.session(Optional.of(new Activity("b1", "On a call", NINE)));

    assertThat(session.agentState()).isNull();
    assertThat(session.agentStateSince()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"Ann Keller,AK", "Cher,C", "Anna Maria de Vries,AV", "'',?"})
  void initials_ofNames(String name, String expected) {
    assertThat(new Account("x", name, List.of()).initials()).isEqualTo(expected);
  }
}
