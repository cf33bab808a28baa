package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.CachedAnswer;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.Queue;
import io.kpiwidget.engine.token.TokenEvents;
import io.kpiwidget.engine.widget.Access;
import io.kpiwidget.engine.widget.QueryPlan;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One widget's rounds in an agent's session. The next agent gets a new one, so that nothing can be
 * mixed up. {@link #refresh} blocks and is called by one thread at a time.
 */
final class WidgetSession implements AutoCloseable {

  /** A platform that names another permission each time must not get a question each time. */
  private static final int MOST_AGAIN = 6;

  private final Setting setting;
  private final SignedIn of;
  private final TokenEvents events;
  private final Sessions sessions;
  private final WidgetRegistration registration;
  private final Asker asker;
  private final Lately rounds = new Lately();
  private Set<String> queuesWithFigures = Set.of();

  WidgetSession(Setting setting, SignedIn of, TokenEvents events, Sessions sessions) {
    this.sessions = sessions;
    this.setting = setting;
    this.of = of;
    this.events = events;
    this.asker = new Asker(setting, of.cache(), of.tallies(), of.refusals());
    this.registration = new WidgetRegistration(setting, of.platform(), of.refusals());
    of.join(this, events);
  }

  /** The same agent with other queues, zone or language. */
  void changed(Agent next) {
    of.changed(next);
  }

  /** Whether this widget may need a token at any time. */
  void keepFresh(boolean wanted) {
    of.keepFresh(this, wanted);
  }

  void widgetForgotten() {
    registration.doubt();
  }

  /** A person asked: a closed gate may be tried once. */
  void retryNow() {
    of.retryNow();
  }

  /** How long a round that begins after {@code wait} will take, by the last ones. Any thread. */
  Duration likely(Duration wait) {
    return rounds.likely().plus(of.holdsUp(wait));
  }

  /** Asks what has to be asked. Blocks. {@code step} hears where it is. */
  Round refresh(Wanted wanted, Consumer<String> step) throws PlatformException {
    try {
      return round(wanted, step);
    } catch (NotPermitted e) {
      of.cache().purge(); // who refused may have been another than the cache asked
      of.doubt();
      throw e;
    } catch (NotUnderstood e) {
      of.doubt(); // a queue may be gone: the next try asks for the queues again
      throw e;
    }
  }

  private Round round(Wanted wanted, Consumer<String> step) throws PlatformException {
    for (int again = 0; ; again++) {
      var access = of.access(step);
      step.accept("Asking for figures");
      try {
        var round = round(access, wanted);
        if (!isWorthAnotherLook(round) || again == MOST_AGAIN) {
          return round;
        }
      } catch (NotPermitted e) {
        dropPermission(e, access, again);
      }
    }
  }

  private Round round(Access access, Wanted wanted) throws PlatformException {
    var plan = QueryPlan.of(setting.widget(), access, of.platform().now());
    var from = setting.time().now();
    var answers = asker.ask(plan, access, wanted, rounds.likely());
    var widget = registration.register(access);
    var now = setting.time().now();
    rounds.took(from.until(now));
    return new Round(access, answers, widget, of.notices(), now, of.platform().now());
  }

  private boolean isWorthAnotherLook(Round round) {
    boolean lost = lostQueue(round.access(), round.answers().there());
    boolean learned = round.answers().learned() || round.widget().learned();
    if (lost || learned) {
      of.doubt();
    }
    return lost || learned;
  }

  // 403 on some figures: the others are asked for again without them
  private void dropPermission(NotPermitted refused, Access access, int again)
      throws PlatformException {
    if (again >= MOST_AGAIN
        || refused.permission().isEmpty()
        || !of.refusals().permission(refused.permission(), access.refused())) {
      throw refused;
    }
    of.doubt();
  }

  // a queue that had figures and has none any more: the agent may not serve it any longer
  private boolean lostQueue(Access access, Map<Part, CachedAnswer> answers) {
    var answer = answers.get(Part.QUEUES);
    if (answer == null) {
      return false;
    }
    var now = new HashSet<String>();
    answer.rows().forEach(row -> now.addAll(row.group().values()));
    boolean lost =
        access.queues().stream()
            .map(Queue::id)
            .anyMatch(id -> queuesWithFigures.contains(id) && !now.contains(id));
    queuesWithFigures = Set.copyOf(now);
    return lost;
  }

  /** What is asked; {@code next} is when the next round is due. Any thread. */
  List<Asked> asked(Optional<Duration> next) {
    return asker.asked(next, of.heldBack());
  }

  /** Words for diagnostics, by name; no id, no secret. Any thread. */
  Map<String, String> describe() {
    return of.describe();
  }

  /** Leaves the session, which ends with its last widget. Feed thread. */
  @Override
  public void close() {
    of.leave(this, events);
    sessions.left(of);
  }
}
