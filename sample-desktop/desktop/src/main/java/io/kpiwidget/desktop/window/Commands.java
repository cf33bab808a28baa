package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.agents.Account;
import io.kpiwidget.desktop.agents.Activity;
import io.kpiwidget.desktop.agents.QueueRef;

/** What the agent may ask of the desktop; each returns at once and works in the background. */
public interface Commands {
  void signIn(Account account);

  void signOut();

  /** Leaves one queue for another. */
  void move(QueueRef from, QueueRef to);

  /** The agent has ended a conversation. */
  void conversationEnded();

  /** The agent does something else than before. */
  void doing(Activity now);

  void quit();
}
