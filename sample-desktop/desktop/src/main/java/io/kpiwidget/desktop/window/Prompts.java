package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.agents.Account;
import io.kpiwidget.desktop.agents.QueueRef;
import io.kpiwidget.desktop.conversation.Command;
import io.kpiwidget.desktop.conversation.Softphone;
import java.awt.Window;
import java.util.List;
import javax.swing.JComboBox;

/** The questions that the desktop asks. */
final class Prompts {

  private final Window owner;
  private final Commands commands;
  private final QueueNames names;

  Prompts(Window owner, Commands commands, QueueNames names) {
    this.owner = owner;
    this.commands = commands;
    this.names = names;
  }

  void signIn(List<Account> accounts) {
    JComboBox<Account> who = new JComboBox<>(accounts.toArray(new Account[0]));
    Form form = new Form();
    form.row("A&gent", "signIn.agent", who);
    new Prompt(owner, "signIn", "Sign in", form, "Sign in", () -> signIn(who)).open();
  }

  private void signIn(JComboBox<Account> who) {
    if (who.getSelectedItem() instanceof Account account) {
      commands.signIn(account);
    }
  }

  void move(Account account) {
    JComboBox<QueueRef> from = queues();
    JComboBox<QueueRef> to = queues();
    for (String id : account.queues()) {
      from.addItem(names.ref(id));
    }
    for (QueueRef queue : names.known()) {
      if (!account.queues().contains(queue.id())) {
        to.addItem(queue);
      }
    }
    Form form = new Form();
    form.row("&Leave", "move.from", from);
    form.row("&Join", "move.to", to);
    new Prompt(owner, "move", "Transfer to another queue", form, "Transfer", () -> move(from, to))
        .open();
  }

  private static JComboBox<QueueRef> queues() {
    return new JComboBox<>();
  }

  private void move(JComboBox<QueueRef> from, JComboBox<QueueRef> to) {
    if (from.getSelectedItem() instanceof QueueRef left
        && to.getSelectedItem() instanceof QueueRef joined) {
      commands.move(left, joined);
    }
  }

  /** Whom to give the caller to; the simulation does not care where the call goes. */
  void transferCall(Softphone phone, UiAction changed) {
    JComboBox<QueueRef> to = queues();
    for (QueueRef queue : names.known()) {
      to.addItem(queue);
    }
    Form form = new Form();
    form.row("&Queue", "transferCall.to", to);
    UiAction transfer =
        () -> {
          phone.does(Command.TRANSFER);
          changed.run();
        };
    new Prompt(owner, "transferCall", "Transfer the call", form, "Transfer", transfer).open();
  }
}
