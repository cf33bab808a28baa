package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.token.TokenEvents;
import org.jspecify.annotations.Nullable;

/** The one session that all widgets of a desktop share. Feed thread. */
final class Sessions {

  private final SessionOpener opener;
  private @Nullable SignedIn present;

  Sessions(SessionOpener opener) {
    this.opener = opener;
  }

  /**
   * One widget's part in {@code agent}'s session, which begins with the first. That of anybody else
   * ends for all its widgets: the others hear of the agent next.
   */
  WidgetSession open(Agent agent, Setting setting, TokenEvents events) {
    var of = present;
    if (of == null || !of.serves(agent)) {
      if (of != null) {
        of.close();
      }
      of = opener.open(agent);
      present = of;
    }
    of.changed(agent);
    return new WidgetSession(setting, of, events, this);
  }

  /** One widget has left {@code of}; when that is over, nothing of it may stay in the heap. */
  void left(SignedIn of) {
    if (of == present && of.isOver()) {
      present = null;
    }
  }
}
