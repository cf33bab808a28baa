package io.kpiwidget.desktop.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ControlPortTest {

  private FakeControlPort fake;
  private ControlPort port;

  @BeforeEach
  void start() throws IOException {
    fake = new FakeControlPort();
    port = new ControlPort(fake.uri());
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void truth_isAskedForTheAgent() throws Exception {
    fake.truth("{\"agents\":{\"a1\":{}}}");

    assertThat(port.truth("a1").has("agents")).isTrue();
    assertThat(fake.requests()).containsExactly("GET /control/truth?agent=a1");
  }

  @Test
  void queues_comeWithTheirNames() throws Exception {
    fake.truth("{\"queues\":{\"q1\":{\"name\":\"Billing\"},\"q2\":{}}}");

    assertThat(port.queues())
        .containsExactly(new QueueRef("q1", "Billing"), new QueueRef("q2", "q2"));
  }

  @Test
  void move_joinsBeforeItLeaves() throws Exception {
    port.move("a1", "q1", "q2");

    assertThat(fake.changes())
        .containsExactly(
            "POST /control/agents/a1/queues {\"add\":\"q2\"}",
            "POST /control/agents/a1/queues {\"remove\":\"q1\"}");
  }

  @Test
  void session_isOpenedAndEndedForTheAgent() throws Exception {
    fake.truth("{\"token\":\"secret\"}");

    assertThat(port.openSession("a1")).isEqualTo("secret");
    port.endSession("a1");
    assertThat(fake.requests())
        .containsExactly(
            "POST /control/session {\"agent\":\"a1\"}",
            "DELETE /control/session {\"agent\":\"a1\"}");
  }

  @Test
  void session_withoutAToken_isNone() {
    assertThatThrownBy(() -> port.openSession("a1"))
        .isInstanceOf(IOException.class)
        .hasMessage("/control/session gave no token");
  }

  @Test
  void refusal_namesPathAndStatus() {
    fake.status(404);

    assertThatThrownBy(() -> port.move("a9", "q1", "q2"))
        .isInstanceOf(IOException.class)
        .hasMessage("/control/agents/a9/queues answered 404");
  }

  @Test
  void html_isNotTakenForTruth() {
    fake.truth("<html>");

    assertThatThrownBy(() -> port.truth("a1")).isInstanceOf(IOException.class);
  }
}
