package io.kpiwidget.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Dimension;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's plain types. */
final class ValuesTest {

  private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant FOUR = Instant.parse("2026-11-23T16:00:00Z");

  @Test
  void session_defaults() {
    AgentSession session = AgentSession.of("u1").build();

    assertThat(session.displayName()).isEqualTo("u1");
    assertThat(session.queueIds()).isEmpty();
    assertThat(session.locale()).isEqualTo(Locale.getDefault());
    assertThat(session.zone()).isNull();
    assertThat(session.shiftStart()).isNull();
    assertThat(session.shiftEnd()).isNull();
    assertThat(session.division()).isNull();
    assertThat(session.skills()).isEmpty();
    assertThat(session.agentState()).isNull();
    assertThat(session.agentStateSince()).isNull();
  }

  @Test
  void session_tellsTheAgentsState_asItWasSet() {
    AgentSession session = AgentSession.of("u1").agentState("On a call", EIGHT).build();

    assertThat(session.agentState()).isEqualTo("On a call");
    assertThat(session.agentStateSince()).isEqualTo(EIGHT);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void session_withoutAState_hasNoInstant_whateverWasSetBefore(@Nullable String none) {
    AgentSession session =
        AgentSession.of("u1").agentState("Break", FOUR).agentState(none, EIGHT).build();

    assertThat(session.agentState()).isNull();
    assertThat(session.agentStateSince()).isNull();
    assertThat(session).isEqualTo(AgentSession.of("u1").build());
  }

  @Test
  void session_withAnotherState_orAnotherInstant_isAnother() {
    AgentSession session = placed().agentState("Break", EIGHT).build();

    assertThat(session)
        .isEqualTo(placed().agentState("Break", EIGHT).build())
        .hasSameHashCodeAs(placed().agentState("Break", EIGHT).build())
        .isNotEqualTo(placed().agentState("Lunch", EIGHT).build())
        .isNotEqualTo(placed().agentState("Break", FOUR).build())
        .isNotEqualTo(placed().agentState("Break", null).build())
        .isNotEqualTo(placed().build());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void session_shiftThatEndsBeforeItHasBegun_isRefusedWithBothEnds(long millis) {
    Instant end = EIGHT.plusMillis(millis);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgentSession.of("u1").shift(EIGHT, end))
        .withMessage("shift does not start before it ends: " + EIGHT + ", " + end);
  }

  @Test
  void session_skills_cannotBeChangedFromOutside() {
    List<String> skills = new ArrayList<>(List.of("billing"));
    AgentSession session = AgentSession.of("u1").skills(skills).build();
    skills.add("sales");

    assertThat(session.skills()).containsExactly("billing");
    assertThatThrownBy(() -> session.skills().add("sales"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void session_tellsShiftDivisionAndSkills_asTheyWereSet() {
    AgentSession session = placed().build();

    assertThat(session.shiftStart()).isEqualTo(EIGHT);
    assertThat(session.shiftEnd()).isEqualTo(FOUR);
    assertThat(session.division()).isEqualTo("service");
    assertThat(session.skills()).containsExactly("billing", "sales");
  }

  @Test
  void session_withAnotherShiftDivisionOrSkill_isAnother() {
    AgentSession session = placed().build();

    assertThat(session).isEqualTo(placed().build()).hasSameHashCodeAs(placed().build());
    assertThat(session)
        .isNotEqualTo(placed().shift(EIGHT.minusMillis(1), FOUR).build())
        .isNotEqualTo(placed().shift(EIGHT, FOUR.plusMillis(1)).build())
        .isNotEqualTo(placed().division("sales").build())
        .isNotEqualTo(placed().division(null).build())
        .isNotEqualTo(placed().skills(List.of("sales", "billing")).build());
  }

  private static AgentSession.Builder placed() {
    return AgentSession.of("u1")
        .shift(EIGHT, FOUR)
        .division("service")
        .skills(List.of("billing", "sales"));
  }

  @Test
  void session_isASnapshot_comparedByContent() {
    List<String> queues = new ArrayList<>(List.of("a"));
    AgentSession.Builder builder =
        AgentSession.of("u1")
            .name("Ann")
            .queues(queues)
            .locale(Locale.UK)
            .zone(ZoneId.of("Europe/Berlin"));
    AgentSession session = builder.build();
    queues.add("b");

    assertThat(session.queueIds()).containsExactly("a");
    assertThat(session).isEqualTo(builder.build()).hasSameHashCodeAs(builder.build());
    assertThat(session).isNotEqualTo(builder.queues(queues).build()).isNotEqualTo("u1");
    assertThat(session).isNotEqualTo(builder.queues(List.of("a")).zone(null).build());
  }

  @Test
  void session_inALog_namesNoPerson() {
    assertThat(placed().name("Ann Doe").agentState("Break", EIGHT).build())
        .hasToString("AgentSession[u1, 0 queues]");
  }

  @Test
  void panel_defaults() {
    JPanel component = new JPanel();
    DockablePanel panel = DockablePanel.of("kpi", component).build();

    assertThat(panel.component()).isSameAs(component);
    assertThat(panel.title()).isEqualTo("kpi");
    assertThat(panel.side()).isEqualTo(DockablePanel.Side.RIGHT);
    assertThat(panel.badge()).isEmpty();
    assertThat(panel.actions()).isEmpty();
    assertThat(panel.icon()).isNull();
    assertThat(panel.diagnostics()).isEqualTo("{}");
  }

  @Test
  void panel_size_cannotBeChangedFromOutside() {
    DockablePanel panel = DockablePanel.of("kpi", new JPanel()).size(new Dimension(1, 2)).build();
    panel.size().setSize(9, 9);

    assertThat(panel.size()).isEqualTo(new Dimension(1, 2));
  }

  @Test
  void panel_changes_areToldUntilTheRegistrationIsClosed() {
    DockablePanel panel = DockablePanel.of("kpi", new JPanel()).build();
    AtomicInteger changes = new AtomicInteger();
    Registration registration = panel.onChange(changes::incrementAndGet);
    panel.setTitle("KPIs");
    panel.setBadge("3");
    registration.close();
    registration.close();
    panel.setIcon(null);

    assertThat(changes).hasValue(2);
    assertThat(panel.title()).isEqualTo("KPIs");
    assertThat(panel.badge()).isEqualTo("3");
  }

  @Test
  void panel_listenerThrows_othersHear_andThePluginGoesOn() {
    DockablePanel panel = DockablePanel.of("kpi", new JPanel()).build();
    AtomicInteger changes = new AtomicInteger();
    panel.onChange(
        () -> {
          throw new IllegalStateException("the tab is gone");
        });
    panel.onChange(changes::incrementAndGet);
    panel.setBadge("3");

    assertThat(changes).hasValue(1);
  }

  @Test
  void notice_inALog_saysLevelPluginAndText() {
    assertThat(new Notice(Notice.Level.ERROR, "kpi", "It broke.", "Mend it."))
        .hasToString("ERROR kpi: It broke.");
    assertThat(new Notice(Notice.Level.INFO, null, "Fine.", "")).hasToString("INFO: Fine.");
  }

  @Test
  void desktop_defaults() throws Exception {
    AgentDesktop desktop = panel -> () -> {};

    assertThat(desktop.config()).isEmpty();
    assertThat(desktop.token(AgentSession.of("u1").build())).isNull();
    assertThat(desktop.mayNavigate(java.net.URI.create("https://example.org"))).isTrue();
    assertThat(desktop.dataDir()).endsWithRaw(java.nio.file.Path.of(".agent-desktop"));
  }

  @Test
  @SuppressWarnings("NullAway") // desktops and plugins may not run it
  void missingParts_areRefusedWhereTheyAreGiven() {
    assertThatNullPointerException().isThrownBy(() -> AgentSession.of(null)).withMessage("agentId");
    assertThatNullPointerException()
        .isThrownBy(() -> DockablePanel.of("kpi", null))
        .withMessage("component");
    assertThatNullPointerException()
        .isThrownBy(() -> DockablePanel.of(null, new JPanel()))
        .withMessage("id");
    assertThatNullPointerException()
        .isThrownBy(() -> DockablePanel.of("kpi", new JPanel()).build().setBadge(null))
        .withMessage("badge");
    assertThatNullPointerException()
        .isThrownBy(() -> AgentSession.of("u1").locale(null))
        .withMessage("locale");
    assertThatNullPointerException()
        .isThrownBy(() -> AgentSession.of("u1").shift(null, FOUR))
        .withMessage("start");
    assertThatNullPointerException()
        .isThrownBy(() -> AgentSession.of("u1").shift(EIGHT, null))
        .withMessage("end");
    assertThatNullPointerException().isThrownBy(() -> AgentSession.of("u1").skills(null));
    assertThatNullPointerException()
        .isThrownBy(() -> new Notice(Notice.Level.INFO, null, "Fine.", null))
        .withMessage("nextStep");
  }
}
