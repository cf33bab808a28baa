package io.kpiwidget.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.desktop.agents.QueueRef;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueueNamesTest {

  private final QueueNames names = new QueueNames();

  @Test
  void queue_withoutName_isCalledByItsId() {
    assertThat(names.of("billing")).isEqualTo("Billing");
    assertThat(names.of("")).isEmpty();
  }

  @Test
  void names_comeInTheOrderOfTheIds() {
    names.known(List.of(new QueueRef("q1", "Billing"), new QueueRef("q2", "Sales")));

    assertThat(names.list(List.of("q2", "q1"))).isEqualTo("Sales, Billing");
    assertThat(names.list(List.of())).isEqualTo("No queues");
  }

  @Test
  void others_areQueuesBesidesTheAgentsOwn() {
    names.known(List.of(new QueueRef("q1", "Billing"), new QueueRef("q2", "Sales")));

    assertThat(names.others(List.of("q1"))).isTrue();
    assertThat(names.others(List.of("q2", "q1"))).isFalse();
  }
}
