package io.kpiwidget.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SoftphoneTest {

  private static final int EARLIER = 6;

  private final Softphone phone = new Softphone(7, Customers.load());

  private long second;

  private void advanceUntil(Phase phase) {
    for (int i = 0; i < 1000 && !isIn(phase); i++) {
      phone.advanceTo(++second);
    }
    assertThat(phone.active().map(Conversation::phase)).contains(phase);
  }

  private boolean isIn(Phase phase) {
    return phone.active().filter(c -> c.phase() == phase).isPresent();
  }

  private Phase latest() {
    return phone.conversations().get(0).phase();
  }

  private void ring() {
    phone.autoAnswer(false);
    phone.signIn(List.of("billing"));
    advanceUntil(Phase.RINGING);
  }

  @Test
  void doing_followsTheCall_elseWhatTheAgentChose() {
    ring();
    assertThat(phone.doing()).isEqualTo("Ringing");
    phone.does(Command.ANSWER);
    assertThat(phone.doing()).isEqualTo("On a call");
    phone.does(Command.HOLD);
    assertThat(phone.doing()).isEqualTo("On a call");
    phone.does(Command.HANG_UP);
    assertThat(phone.doing()).isEqualTo("After-call work");
    phone.does(Command.FINISH);
    assertThat(phone.doing()).isEqualTo("Available");
    phone.state(AgentState.LUNCH);
    assertThat(phone.doing()).isEqualTo("Lunch");
  }

  @Test
  void signIn_bringsEarlierConversations_availableAndIdle() {
    phone.signIn(List.of("billing"));

    assertThat(phone.conversations()).hasSize(EARLIER).allMatch(c -> c.phase() == Phase.ENDED);
    assertThat(phone.state()).isEqualTo(AgentState.AVAILABLE);
    assertThat(phone.active()).isEmpty();
  }

  @Test
  void call_comesToAnAvailableAgent_fromOneOfTheirQueues() {
    phone.signIn(List.of("billing"));
    advanceUntil(Phase.RINGING);

    assertThat(phone.active().orElseThrow().queue()).isEqualTo("billing");
    assertThat(phone.conversations()).hasSize(EARLIER + 1);
  }

  @Test
  void call_doesNotComeToAnAgentOnBreak() {
    phone.signIn(List.of("billing"));
    phone.state(AgentState.BREAK);
    phone.advanceTo(600);

    assertThat(phone.active()).isEmpty();
    assertThat(phone.secondsInState()).isEqualTo(600);
  }

  @Test
  void ringing_isAnsweredByItself_whenTheAgentWantsThat() {
    phone.signIn(List.of("billing"));
    advanceUntil(Phase.CONNECTED);

    assertThat(phone.commands()).contains(Command.HOLD, Command.TRANSFER, Command.HANG_UP);
  }

  @Test
  void ringing_unanswered_isMissedAndTakesTheAgentOffQueue() {
    ring();
    phone.advanceTo(second + 20);

    assertThat(latest()).isEqualTo(Phase.MISSED);
    assertThat(phone.state()).isEqualTo(AgentState.BREAK);
  }

  @Test
  void ringing_hungUp_isMissed() {
    ring();

    assertThat(phone.does(Command.HANG_UP)).isTrue();
    assertThat(latest()).isEqualTo(Phase.MISSED);
  }

  @Test
  void hold_andResume_keepCountingTheTalk() {
    ring();
    phone.does(Command.ANSWER);
    phone.advanceTo(second + 10);
    assertThat(phone.does(Command.HOLD)).isTrue();
    phone.advanceTo(second + 15);
    assertThat(phone.does(Command.RESUME)).isTrue();
    phone.advanceTo(second + 20);

    assertThat(phone.active().orElseThrow().talkedAt(second + 20)).isEqualTo(20);
  }

  @Test
  void transfer_endsTheConversationWithoutAfterCallWork() {
    ring();
    phone.does(Command.ANSWER);

    assertThat(phone.does(Command.TRANSFER)).isTrue();
    assertThat(latest()).isEqualTo(Phase.TRANSFERRED);
    assertThat(phone.active()).isEmpty();
  }

  @Test
  void hangUp_leavesAfterCallWork_finishEndsIt() {
    ring();
    phone.does(Command.ANSWER);
    phone.does(Command.HANG_UP);
    assertThat(latest()).isEqualTo(Phase.WRAP_UP);

    assertThat(phone.does(Command.FINISH)).isTrue();
    assertThat(latest()).isEqualTo(Phase.ENDED);
  }

  @Test
  void customer_hangsUpInTheEnd_andTheNextCallComes() {
    phone.signIn(List.of("billing"));
    advanceUntil(Phase.WRAP_UP);
    int first = phone.active().orElseThrow().number();
    advanceUntil(Phase.RINGING);

    assertThat(phone.active().orElseThrow().number()).isEqualTo(first + 1);
  }

  @ParameterizedTest
  @CsvSource({"HOLD", "RESUME", "TRANSFER", "FINISH"})
  void command_whoseMomentHasPassed_answersFalse(Command command) {
    ring();

    assertThat(phone.does(command)).isFalse();
    assertThat(latest()).isEqualTo(Phase.RINGING);
  }

  @Test
  void signOut_emptiesTheListAndStopsCalls() {
    ring();
    phone.signOut();
    phone.advanceTo(second + 600);

    assertThat(phone.conversations()).isEmpty();
    assertThat(phone.signedIn()).isFalse();
  }

  @Test
  void queueTransfer_keepsTheConversations() {
    ring();
    phone.queues(List.of("sales"));

    assertThat(latest()).isEqualTo(Phase.RINGING);
  }

  @Test
  void sameSeed_livesTheSameDay() {
    assertThat(day(11)).isEqualTo(day(11));
    assertThat(day(11)).isNotEqualTo(day(12));
  }

  private static List<Conversation> day(long seed) {
    Softphone phone = new Softphone(seed, Customers.load());
    phone.signIn(List.of("billing", "orders"));
    LongStream.rangeClosed(1, 120).forEach(minute -> phone.advanceTo(minute * 60));
    return phone.conversations();
  }

  @Test
  void noQueues_callsAreDirect() {
    phone.signIn(List.of());
    advanceUntil(Phase.RINGING);

    assertThat(phone.active().orElseThrow().queue()).isEqualTo("Direct");
  }
}
