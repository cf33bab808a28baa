package io.kpiwidget.desktop;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.desktop.agents.ControlPort;
import io.kpiwidget.desktop.agents.FakeControlPort;
import io.kpiwidget.desktop.agents.QueueRef;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BackOfficeTest {

  private static final QueueRef BILLING = new QueueRef("q1", "Billing");
  private static final QueueRef SALES = new QueueRef("q2", "Sales");

  private final ScheduledExecutorService network = Background.one("test-network");
  private final Heard heard = new Heard();
  private FakeControlPort port;
  private BackOffice office;

  private static final class Heard implements BackOffice.Listener {

    private final List<List<QueueRef>> queues = new CopyOnWriteArrayList<>();
    private final List<String> moves = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    @Override
    public void queues(List<QueueRef> known) {
      queues.add(known);
    }

    @Override
    public void moved(String agentId, QueueRef from, QueueRef to) {
      moves.add(agentId + ": " + from.id() + " to " + to.id());
    }

    @Override
    public void warn(String text, String nextStep) {
      warnings.add(text + " " + nextStep);
    }
  }

  @BeforeEach
  void start() throws IOException {
    port = new FakeControlPort();
    port.truth("{\"queues\":{\"q1\":{\"name\":\"Billing\"}}}");
    office = new BackOffice(new ControlPort(port.uri()), network, Duration.ofMillis(5), heard);
  }

  @AfterEach
  void stop() {
    network.shutdownNow();
    port.close();
  }

  @Test
  void queues_areLearntOnce() throws Exception {
    office.learnQueues();

    await("queues", () -> !heard.queues.isEmpty());
    assertThat(heard.queues).containsExactly(List.of(BILLING));
    assertThat(heard.warnings).isEmpty();
  }

  @Test
  void queues_whileNobodyAnswers_areAskedForAgain_withOneWarning() throws Exception {
    port.status(503);
    office.learnQueues();
    await("three questions", () -> port.requests().size() >= 3);
    port.status(200);

    await("queues", () -> !heard.queues.isEmpty());
    assertThat(heard.warnings)
        .containsExactly(
            "The contact centre does not answer. Names of queues follow when it does.");
  }

  @Test
  void move_isToldWhenItIsDone() throws Exception {
    office.move("a1", BILLING, SALES);

    await("the move", () -> !heard.moves.isEmpty());
    assertThat(heard.moves).containsExactly("a1: q1 to q2");
    assertThat(port.changes()).hasSize(2);
  }

  @Test
  void move_refused_saysWhichQueueStays() throws Exception {
    port.status(409);
    office.move("a1", BILLING, SALES);

    await("a warning", () -> !heard.warnings.isEmpty());
    assertThat(heard.warnings)
        .containsExactly("The transfer to Sales failed. You still serve Billing.");
    assertThat(heard.moves).isEmpty();
  }
}
