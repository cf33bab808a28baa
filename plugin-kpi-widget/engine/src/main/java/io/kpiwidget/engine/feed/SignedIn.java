package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.CachedAnswer;
import io.kpiwidget.engine.cache.Freshness;
import io.kpiwidget.engine.cache.QueryCache;
import io.kpiwidget.engine.cache.QueryKey;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Queue;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.token.SignedPlatform;
import io.kpiwidget.engine.token.TokenBean;
import io.kpiwidget.engine.token.TokenRefresher;
import io.kpiwidget.engine.widget.Access;
import io.kpiwidget.engine.widget.KpiCatalogue;
import io.kpiwidget.engine.widget.QueryPlan;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * All that belongs to one signed-in agent: token, identity, answers. The next agent gets a new one,
 * so that nothing can be mixed up. {@link #refresh} blocks and is called by one thread at a time.
 */
final class SignedIn implements AutoCloseable {

  private static final Logger log = SafeLog.of(SignedIn.class);

  /** A platform that names another permission each time must not get a question each time. */
  private static final int MOST_AGAIN = 6;

  /** Half-hour buckets need not be asked for with every figure. */
  private static final int TREND_INTERVALS = 4;

  private final Setting setting;
  private final TokenRefresher tokens;
  private final SignedPlatform platform;
  private final QueryCache cache;
  private final WidgetRegistration registration;
  private final Set<String> denied = new HashSet<>();

  private volatile Agent agent;
  private Set<String> queuesWithFigures = Set.of();
  private final KnownIdentity known;
  private final TokenBean bean;

  SignedIn(Setting setting, Agent agent, TokenRefresher tokens) {
    this.setting = setting;
    this.agent = agent;
    this.tokens = tokens;
    this.platform = new SignedPlatform(setting.platform(), tokens);
    this.cache = new QueryCache(setting.time(), platform);
    this.known = new KnownIdentity(setting, platform);
    this.registration = new WidgetRegistration(setting, platform);
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

  /** A person asked: a closed gate may be tried once. */
  void retryNow() {
    tokens.retryNow();
  }

  /** Asks what has to be asked. Blocks. {@code step} hears where it is. */
  Round refresh(boolean newest, Consumer<String> step) throws PlatformException {
    try {
      return round(newest, step);
    } catch (NotPermitted e) {
      cache.wipe();
      known.doubt();
      throw e;
    } catch (NotUnderstood e) {
      known.doubt(); // a queue may be gone: the next try asks for the queues again
      throw e;
    }
  }

  private Round round(boolean newest, Consumer<String> step) throws PlatformException {
    for (int again = 0; ; again++) {
      var access = access(step);
      step.accept("Asking for figures");
      try {
        var answers = answers(access, newest);
        if (lostQueue(access, answers) && again < MOST_AGAIN) {
          continue;
        }
        var widget = registration.register(access.identity());
        return new Round(agent, access, answers, widget, setting.time().now(), platform.now());
      } catch (NotPermitted e) {
        dropPermission(e, again);
      }
    }
  }

  // 403 on some figures: the others are asked for again without them
  private void dropPermission(NotPermitted refused, int again) throws PlatformException {
    if (again >= MOST_AGAIN
        || refused.permission().isEmpty()
        || !denied.add(refused.permission())) {
      throw refused;
    }
    cache.wipe();
    known.doubt();
  }

  private Access access(Consumer<String> step) throws PlatformException {
    var who = known.identity(agent, step);
    if (known.isWorthAnotherTry()) {
      denied.clear();
    }
    var access = new Access(who, denied);
    if (!access.toReports()) {
      throw new NotPermitted(KpiCatalogue.REPORT_VIEW);
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
        access.identity().queues().stream()
            .map(Queue::id)
            .anyMatch(id -> queuesWithFigures.contains(id) && !now.contains(id));
    queuesWithFigures = Set.copyOf(now);
    if (lost) {
      known.doubt();
    }
    return lost;
  }

  private Map<Part, CachedAnswer> answers(Access access, boolean newest) throws PlatformException {
    var answers = new EnumMap<Part, CachedAnswer>(Part.class);
    var plan = QueryPlan.of(setting.widget(), access, platform.now());
    for (var question : plan.questions()) {
      if (question.part().isTrend()) {
        trend(question, access).ifPresent(answer -> answers.put(question.part(), answer));
      } else {
        answers.put(question.part(), cache.ask(question(question, access.identity(), newest)));
      }
    }
    return answers;
  }

  // a picture of the day is no reason to withhold the figures of now
  private Optional<CachedAnswer> trend(QueryPlan.Question question, Access access)
      throws PlatformException {
    try {
      return Optional.of(cache.ask(question(question, access.identity(), false)));
    } catch (NotUnderstood | BadAnswer | Unreachable | RateLimited e) {
      log.debug("no trend: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private QueryCache.Question question(QueryPlan.Question asked, Identity who, boolean newest) {
    var dialect = setting.dialect();
    var call = dialect.query(asked.query());
    var interval = setting.interval();
    return new QueryCache.Question(
        QueryKey.of(dialect.tenant(), who.agentId(), who.generation(), call),
        call,
        answer -> dialect.readRows(asked.query(), answer),
        Freshness.Times.of(
            asked.part().isTrend() ? interval.multipliedBy(TREND_INTERVALS) : interval),
        newest);
  }

  /** Words for diagnostics, by name; no id, no secret. */
  Map<String, String> describe() {
    return Map.of(
        "token", tokens.describe(),
        "tokenAttempts", attempts(),
        "parses", Long.toString(cache.parses()),
        "zone", known.zone());
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
