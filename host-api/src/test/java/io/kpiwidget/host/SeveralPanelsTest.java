package io.kpiwidget.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A plugin that opens more panels than it has providers. */
final class SeveralPanelsTest extends HostFixture {

  private static final AgentSession ANN = AgentSession.of("ann").build();

  /** Its provider opens a second panel; {@code more} is what that one does when it is made. */
  private static TestJar two(String more) {
    return TestJar.plugin(
        "good",
        """
        Registration[] second = new Registration[1];
        second[0] = context.open(inner -> {
          %s
          return DockablePanel.of("second", new javax.swing.JPanel()).build();
        });
        """
            .formatted(more));
  }

  @Test
  void open_docksASecondPanel_withAContextOfItsOwn() {
    start(two("inner.onSession(s -> say(s == null ? \"nobody\" : s.agentId()));"));
    assertThat(desktop.docked).hasSize(2);

    session(ANN);

    assertThat(Heard.all()).containsExactly("nobody", "ann");
  }

  @Test
  void open_ofAProviderThatThrows_isANotice_andTheFirstStays() {
    start(two("if (true) throw new IllegalStateException(\"no\");"));

    assertThat(desktop.docked).hasSize(1);
    assertThat(desktop.complaints()).singleElement().asString().contains("could not start");
  }

  @Test
  void stop_takesAllPanels_andClosesWhatTheyOwn() {
    start(two("inner.own(() -> say(\"closed\"));"));

    host.disable("good");
    settle();

    assertThat(desktop.docked).isEmpty();
    assertThat(Heard.all()).containsExactly("closed");
  }

  @Test
  void closingTheAnswer_takesThatPanelAway() {
    start(
        two(
            "inner.own(() -> say(\"closed\")); inner.onConversationEnded(() -> second[0].close());"));

    host.conversationEnded();
    settle();
    host.conversationEnded();
    settle();

    assertThat(desktop.docked).hasSize(1);
    assertThat(Heard.all()).containsExactly("closed");
  }

  @Test
  void open_afterTheStop_startsNothing() {
    start(TestJar.plugin("good", "context.own(() -> { context.open(new Provider()); });"));

    host.disable("good");
    settle();

    assertThat(desktop.docked).isEmpty();
    assertThat(desktop.notices).isEmpty();
  }
}
