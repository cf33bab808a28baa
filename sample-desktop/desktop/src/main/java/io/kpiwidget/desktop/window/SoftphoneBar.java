package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.agents.Account;
import io.kpiwidget.desktop.conversation.AgentState;
import io.kpiwidget.desktop.conversation.Command;
import io.kpiwidget.desktop.conversation.Conversation;
import io.kpiwidget.desktop.conversation.Softphone;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Who is signed in, what they do, and the call that needs them, with its buttons. */
final class SoftphoneBar extends JPanel {

  private final Softphone phone;
  private final UiAction changed;
  private final Portrait portrait = new Portrait(38);
  private final JLabel agent = Words.plain(new JLabel("Signed out"));
  private final JLabel queues = Words.plain(new JLabel(" "));
  private final JComboBox<AgentState> state = new JComboBox<>(AgentState.values());
  private final JLabel activity = new JLabel();
  private final JLabel stateTime = new JLabel("00:00");
  private final JLabel caller = Words.plain(new JLabel("No conversation"));
  private final JLabel callDetails = Words.plain(new JLabel(" "));
  private final JLabel callTime = new JLabel(" ");
  private final CallButtons buttons;
  private final QueueNames names;
  private boolean refreshing;

  SoftphoneBar(Softphone phone, QueueNames names, UiAction changed, UiAction transfer) {
    super(new BorderLayout(24, 0));
    this.phone = phone;
    this.names = names;
    this.changed = changed;
    buttons = new CallButtons(phone, changed, transfer);
    setName("softphone");
    Look.styled(this, "background: $Desktop.bar; border: 10,16,10,16,$Desktop.line");
    add(person(), BorderLayout.WEST);
    add(call(), BorderLayout.CENTER);
    add(buttons.row(), BorderLayout.EAST);
    stateChosen();
    refresh();
  }

  private JComponent person() {
    JPanel who = column(Look.styled(agent, "font: bold"), muted(queues));
    who.setPreferredSize(new Dimension(180, 38));
    JPanel person = row(portrait, Box.createHorizontalStrut(12), who, stateBox());
    agent.setName("softphone.agent");
    queues.setName("softphone.queues");
    return person;
  }

  private JComponent stateBox() {
    state.setName("softphone.state");
    state.setPreferredSize(new Dimension(140, 32));
    state.setMaximumSize(new Dimension(140, 32));
    state.setRenderer(new StateRenderer());
    state.setToolTipText("What you are doing now");
    state.getAccessibleContext().setAccessibleName("Agent state");
    stateTime.setName("softphone.stateTime");
    activity.setName("softphone.activity");
    JPanel times = column(Look.styled(stateTime, "font: bold $monospaced.font"), muted(activity));
    times.setPreferredSize(new Dimension(116, 38));
    return row(state, Box.createHorizontalStrut(12), times);
  }

  private void stateChosen() {
    state.addActionListener(
        e -> {
          if (!refreshing && state.getSelectedItem() instanceof AgentState chosen) {
            phone.state(chosen);
            changed.run();
          }
        });
  }

  private JComponent call() {
    caller.setName("softphone.caller");
    callTime.setName("softphone.callTime");
    JPanel words = column(Look.styled(caller, "font: bold"), muted(callDetails));
    Look.styled(callTime, "font: bold +3 $monospaced.font");
    JPanel call = new JPanel(new BorderLayout(16, 0));
    call.add(words, BorderLayout.CENTER);
    call.add(callTime, BorderLayout.EAST);
    return Look.styled(
        call, "background: $Panel.background; arc: 8; border: 4,14,4,14,$Desktop.line,1,8");
  }

  /** Does what the button of {@code command} would. */
  void act(Command command) {
    buttons.act(command);
  }

  void account(Optional<Account> account) {
    if (account.isPresent()) {
      Account a = account.get();
      portrait.person(a.initials(), a.name());
      agent.setText(a.name());
      queues.setText(names.list(a.queues()));
      queues.setToolTipText(queues.getText());
    } else {
      portrait.nobody();
      agent.setText("Signed out");
      queues.setText(" ");
    }
    refresh();
  }

  /** Shows the softphone's present second. */
  void refresh() {
    refreshing = true;
    state.setSelectedItem(phone.state());
    refreshing = false;
    state.setEnabled(phone.signedIn());
    stateTime.setText(phone.signedIn() ? Words.time(phone.secondsInState()) : "--:--");
    Optional<Conversation> active = phone.active();
    activity.setText(active.isPresent() ? phone.doing() : idle());
    showCall(active);
    buttons.refresh();
  }

  private String idle() {
    return phone.signedIn() && phone.state().takesCalls() ? "Idle" : " ";
  }

  private void showCall(Optional<Conversation> active) {
    if (active.isEmpty()) {
      caller.setText("No conversation");
      callDetails.setText(
          phone.state().takesCalls() ? "Waiting for the next call" : "Not on queue");
      callTime.setText(" ");
      return;
    }
    Conversation call = active.get();
    caller.setText(call.customer().name());
    callDetails.setText(call.phase() + "  ·  " + call.topic());
    callTime.setText(Words.time(shownSeconds(call)));
  }

  private long shownSeconds(Conversation call) {
    return call.phase().onLine() ? call.talkedAt(phone.second()) : phone.second() - call.began();
  }

  /** Where F6 goes. */
  JComponent focusTarget() {
    return state;
  }

  private static JPanel row(Component... parts) {
    JPanel row = new JPanel();
    row.setLayout(new BoxLayout(row, BoxLayout.LINE_AXIS));
    row.setOpaque(false);
    for (Component part : parts) {
      row.add(part);
    }
    return row;
  }

  private static JPanel column(JLabel first, JLabel second) {
    JPanel column = new JPanel(new GridLayout(2, 1));
    column.setOpaque(false);
    column.setBorder(BorderFactory.createEmptyBorder());
    column.add(first);
    column.add(second);
    return column;
  }

  private static JLabel muted(JLabel label) {
    return Look.styled(label, "foreground: $Desktop.muted");
  }
}
