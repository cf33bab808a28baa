package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.agents.Account;
import io.kpiwidget.desktop.agents.Activity;
import io.kpiwidget.desktop.agents.QueueRef;
import io.kpiwidget.desktop.conversation.Conversation;
import io.kpiwidget.desktop.conversation.Softphone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and the parts of the window that show this agent's work. */
final class AgentDesk {

  private final QueueNames names;
  private final Softphone phone;
  private final SoftphoneBar softphone;
  private final ConversationList conversations;
  private final CustomerView customer;
  private final NotesView notes;
  private final UiAction refreshed;
  private final Commands commands;
  private final Clock clock;
  private int ended;
  private Optional<Activity> told = Optional.empty();
  private Optional<Account> account = Optional.empty();

  AgentDesk(
      DesktopWindow.Setup setup,
      QueueNames names,
      Prompts prompts,
      UiAction refreshed,
      Commands commands) {
    this.commands = commands;
    clock = setup.clock();
    this.names = names;
    this.refreshed = refreshed;
    phone = new Softphone(setup.seed(), setup.customers());
    UiAction transfer = () -> prompts.transferCall(phone, this::acted);
    softphone = new SoftphoneBar(phone, names, this::acted, transfer);
    conversations = new ConversationList(phone, names, this::chosen);
    customer = new CustomerView(LocalDate.now(setup.clock()));
    notes = new NotesView(setup.clock());
  }

  Softphone phone() {
    return phone;
  }

  SoftphoneBar softphone() {
    return softphone;
  }

  ConversationList conversations() {
    return conversations;
  }

  CustomerView customer() {
    return customer;
  }

  NotesView notes() {
    return notes;
  }

  Optional<Account> account() {
    return account;
  }

  /** True when there is an agent who can go to another queue. */
  boolean movable() {
    return account.isPresent() && names.others(account.get().queues());
  }

  void queues(List<QueueRef> queues) {
    names.known(queues);
    softphone.account(account);
    refresh();
  }

  /** A new agent begins with an empty desk. */
  void session(Optional<Account> next) {
    boolean same = next.map(Account::id).equals(account.map(Account::id));
    account = next;
    if (same && next.isPresent()) {
      phone.queues(next.get().queues());
    } else {
      newAgent(next);
    }
    softphone.account(next);
    refresh();
  }

  private void newAgent(Optional<Account> next) {
    notes.forget();
    if (next.isPresent()) {
      phone.signIn(next.get().queues());
    } else {
      phone.signOut();
    }
  }

  void advanceTo(long second) {
    phone.advanceTo(second);
    acted();
  }

  private void acted() {
    refresh();
    tell();
  }

  /** Not while the window is being made: nobody would hear it. */
  private void tell() {
    Optional<Activity> now = account.map(this::activity);
    if (!now.equals(told)) {
      told = now;
      now.ifPresent(commands::doing);
    }
  }

  private Activity activity(Account who) {
    String label = phone.doing();
    return told.filter(last -> last.agentId().equals(who.id()) && last.label().equals(label))
        .orElseGet(() -> new Activity(who.id(), label, clock.instant()));
  }

  private void refresh() {
    softphone.refresh();
    conversations.refresh();
    refreshed.run();
    if (phone.ended() != ended) {
      ended = phone.ended();
      commands.conversationEnded();
    }
  }

  private void chosen(@Nullable Conversation conversation) {
    customer.show(conversation == null ? null : conversation.customer());
    notes.show(conversation);
  }
}
