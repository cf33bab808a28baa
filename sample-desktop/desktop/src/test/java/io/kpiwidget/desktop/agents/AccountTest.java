package io.kpiwidget.desktop.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountTest {

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
    var session = ann.session();

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
    var session = ben.moved("q1", "q2").session();

    assertThat(session.skills()).containsExactly("sales");
    assertThat(session.shiftStart()).isEqualTo(eight);
    assertThat(session.shiftEnd()).isEqualTo(four);
  }

  @Test
  void session_withoutAShift_tellsNone() {
    assertThat(ann.session().shiftStart()).isNull();
    assertThat(ann.session().skills()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Ann Keller,AK", "Cher,C", "Anna Maria de Vries,AV", "'',?"})
  void initials_ofNames(String name, String expected) {
    assertThat(new Account("x", name, List.of()).initials()).isEqualTo(expected);
  }
}
