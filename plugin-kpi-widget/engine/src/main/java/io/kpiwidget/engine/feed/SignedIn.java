package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.AnswerCache;
import io.kpiwidget.engine.cache.CachedAnswer;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.Queue;
import io.kpiwidget.engine.token.SignedPlatform;
import io.kpiwidget.engine.token.TokenBean;
import io.kpiwidget.engine.token.TokenRefresher;
import io.kpiwidget.engine.widget.Access;
import io.kpiwidget.engine.widget.QueryPlan;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * All that belongs to one signed-in agent: token, identity, answers. The next agent gets a new one,
 * so that nothing can be mixed up. {@link #refresh} blocks and is called by one thread at a time.
 */
final class SignedIn implements AutoCloseable {

  /** A platform that names another permission each time must not get a question each time. */
  private static final int MOST_AGAIN = 6;

  private final Setting setting;
  private final TokenRefresher tokens;
  private final SignedPlatform platform;
  private final AnswerCache cache;
  private final WidgetRegistration registration;
  private final QueueNews news;
  private final Refusals refusals;
  private final Asker asker;
  private final Lately rounds = new Lately();

  private volatile Agent agent;
  private Set<String> queuesWithFigures = Set.of();
  private final KnownIdentity known;
  private final TokenBean bean;

  SignedIn(Setting setting, Agent agent, TokenRefresher tokens, Executor background) {
    this.setting = setting;
    this.agent = agent;
    this.tokens = tokens;
    this.platform = new SignedPlatform(setting.platform(), tokens);
    var tallies = new Tallies(platform);
    this.cache = new AnswerCache(setting.time(), tallies, background);
    this.known = new KnownIdentity(setting, platform);
    this.news = new QueueNews(setting.time());
    this.refusals = new Refusals(news::closed);
    this.asker = new Asker(setting, cache, tallies, refusals);
    this.registration = new WidgetRegistration(setting, platform, refusals);
    this.bean = TokenBean.open(() -> tokens.metrics(setting.platform().skew()));
  }

  /** The same agent with other queues, zone or language. */
  void changed(Agent next) {
    agent = next;
    known.doubt();
    tokens.sessionRenewed();
  }

  /** Whether anybody may need a token at any time. */
  void keepFresh(boolean wanted) {
    tokens.keepFresh(wanted);
  }

  void widgetForgotten() {
    registration.doubt();
  }

  /** A person asked: a closed gate may be tried once. */
  void retryNow() {
    tokens.retryNow();
  }

  /** Asks what has to be asked. Blocks. {@code step} hears where it is. */
  Round refresh(Wanted wanted, Consumer<String> step) throws PlatformException {
    try {
      return round(wanted, step);
    } catch (NotPermitted e) {
      cache.purge(); // who refused may have been another than the cache asked
      known.doubt();
      throw e;
    } catch (NotUnderstood e) {
      known.doubt(); // a queue may be gone: the next try asks for the queues again
      throw e;
    }
  }

  /** How long a round that begins after {@code wait} will take, by the last ones. Any thread. */
  Duration likely(Duration wait) {
    return rounds.likely().plus(known.holdsUp(wait));
  }

  private Round round(Wanted wanted, Consumer<String> step) throws PlatformException {
    for (int again = 0; ; again++) {
      var access = access(step);
      step.accept("Asking for figures");
      try {
        var round = round(access, wanted);
        if (!isWorthAnotherLook(round) || again == MOST_AGAIN) {
          return round;
        }
      } catch (NotPermitted e) {
        dropPermission(e, again);
      }
    }
  }

  private Round round(Access access, Wanted wanted) throws PlatformException {
    var plan = QueryPlan.of(setting.widget(), access, platform.now());
    var from = setting.time().now();
    var answers = asker.ask(plan, access, wanted, rounds.likely());
    var widget = registration.register(access);
    var now = setting.time().now();
    rounds.took(from.until(now));
    return new Round(access, answers, widget, news.notices(), now, platform.now());
  }

  private boolean isWorthAnotherLook(Round round) {
    boolean lost = lostQueue(round.access(), round.answers().there());
    boolean learned = round.answers().learned() || round.widget().learned();
    if (lost || learned) {
      known.doubt();
    }
    return lost || learned;
  }

  // 403 on some figures: the others are asked for again without them
  private void dropPermission(NotPermitted refused, int again) throws PlatformException {
    if (again >= MOST_AGAIN
        || refused.permission().isEmpty()
        || !refusals.permission(refused.permission())) {
      throw refused;
    }
    known.doubt();
  }

  private Access access(Consumer<String> step) throws PlatformException {
    var of = agent;
    var who = known.identity(of, step);
    if (known.isWorthAnotherTry()) {
      refusals.clear();
    }
    news.served(who.queues());
    var access = new Access(of, who, refusals.now());
    if (!access.toReports()) {
      throw new NotPermitted(Access.REPORT_VIEW);
    }
    return access;
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
    return asker.asked(next, setting.platform().heldBack());
  }

  /** Words for diagnostics, by name; no id, no secret. */
  Map<String, String> describe() {
    var words = new TreeMap<String, String>();
    words.put("token", tokens.describe());
    words.put("tokenAttempts", attempts());
    words.put("cache", cache.counts().toString());
    words.put("parses", Long.toString(cache.counts().parses()));
    words.put("zone", known.zone());
    return words;
  }

  private String attempts() {
    var told = tokens.metrics(setting.platform().skew());
    return told.attempts() + ", forced " + told.forced() + ", oldest use " + told.oldest();
  }

  /** Forgets the token and every answer; what is under way lands nowhere. */
  @Override
  public void close() {
    bean.close();
    tokens.close();
    cache.wipe();
  }
}
