package io.kpiwidget.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.desktop.agents.ControlPort;
import io.kpiwidget.desktop.agents.FakeControlPort;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PlatformSessionTest {

  private static final String OPEN_A1 = "POST /control/session {\"agent\":\"a1\"}";
  private static final String END_A1 = "DELETE /control/session {\"agent\":\"a1\"}";
  private static final String OPEN_A2 = "POST /control/session {\"agent\":\"a2\"}";

  private final ScheduledExecutorService network = Background.one("test-network");
  private FakeControlPort port;
  private PlatformSession session;

  @BeforeEach
  void start() throws IOException {
    port = new FakeControlPort();
    port.truth("{\"token\":\"secret-1\"}");
    session = new PlatformSession(new ControlPort(port.uri()), network);
  }

  @AfterEach
  void stop() {
    network.shutdownNow();
    port.close();
  }

  @Test
  void token_nobodySignedIn_isNone() throws Exception {
    assertThat(session.token("a1")).isEmpty();
    assertThat(port.requests()).isEmpty();
  }

  @Test
  void token_ofSomebodyElse_isNone() throws Exception {
    session.of(Optional.of("a1"));

    assertThat(session.token("a2")).isEmpty();
  }

  @Test
  void token_centreDoesNotAnswer_isAskedForAgainWithTheNextQuestion() throws Exception {
    port.status(503);
    session.of(Optional.of("a1"));
    assertThatThrownBy(() -> session.token("a1"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("secret");
    port.status(201);

    assertThat(session.token("a1")).contains("secret-1");
  }

  @Test
  void token_afterTheDesktopHasEnded_isAnError() {
    network.shutdownNow();

    assertThatThrownBy(() -> session.token("a1")).isInstanceOf(IOException.class);
  }

  @Test
  void token_askedForOften_isOfOneSession() throws Exception {
    session.of(Optional.of("a1"));
    session.of(Optional.of("a1")); // as after a change of queues

    assertThat(session.token("a1")).contains("secret-1");
    assertThat(session.token("a1")).contains("secret-1");
    assertThat(port.requests()).containsExactly(OPEN_A1);
  }

  @Test
  void signOut_endsTheSession() throws Exception {
    session.of(Optional.of("a1"));
    session.of(Optional.empty());

    assertThat(session.token("a1")).isEmpty();
    assertThat(port.requests()).containsExactly(OPEN_A1, END_A1);
  }

  @Test
  void agentSwitch_endsOneSessionBeforeTheNext() throws Exception {
    session.of(Optional.of("a1"));
    session.of(Optional.of("a2"));

    assertThat(session.token("a2")).isPresent();
    assertThat(port.requests()).containsExactly(OPEN_A1, END_A1, OPEN_A2);
  }

  @Test
  void close_endsTheSession() {
    session.of(Optional.of("a1"));
    session.close();

    assertThat(port.requests()).containsExactly(OPEN_A1, END_A1);
  }
}
