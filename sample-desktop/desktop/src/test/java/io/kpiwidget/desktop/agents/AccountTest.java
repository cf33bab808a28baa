package io.kpiwidget.desktop.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @ParameterizedTest
  @CsvSource({"Ann Keller,AK", "Cher,C", "Anna Maria de Vries,AV", "'',?"})
  void initials_ofNames(String name, String expected) {
    assertThat(new Account("x", name, List.of()).initials()).isEqualTo(expected);
  }
}
