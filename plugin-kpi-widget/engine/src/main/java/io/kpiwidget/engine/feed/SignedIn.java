package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.AnswerCache;
import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.token.SignedPlatform;
import io.kpiwidget.engine.token.TokenBean;
import io.kpiwidget.engine.token.TokenEvents;
import io.kpiwidget.engine.token.TokenRefresher;
import io.kpiwidget.engine.widget.Access;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All that belongs to one signed-in agent and to no single widget: token, identity, answers, and
 * what the platform refused. Who does not block here is the feed's thread.
 */
final class SignedIn implements AutoCloseable {

  private final Setting setting;
  private final TokenRefresher tokens;
  private final TokenRelay relay;
  private final SignedPlatform platform;
  private final Tallies tallies;
  private final AnswerCache cache;
  private final KnownIdentity known;
  private final QueueNews news;
  private final Refusals refusals;
  private final TokenBean bean;
  private final Set<WidgetSession> widgets = new HashSet<>();
  private final Set<WidgetSession> watched = new HashSet<>();
  private boolean closed;

  private volatile Agent agent;

  SignedIn(
      Setting setting,
      Agent agent,
      Function<TokenEvents, TokenRefresher> opener,
      Executor background) {
    this.setting = setting;
    this.agent = agent;
    this.relay = new TokenRelay(setting.time(), setting.showsPlatformShell());
    this.tokens = opener.apply(relay);
    this.platform = new SignedPlatform(setting.platform(), tokens);
    this.tallies = new Tallies(platform);
    this.cache = new AnswerCache(setting.time(), tallies, background);
    this.known = new KnownIdentity(setting, platform);
    this.news = new QueueNews(setting.time());
    this.refusals = new Refusals(news::closed);
    this.bean = TokenBean.open(() -> tokens.metrics(setting.platform().skew()));
  }

  /** Whether it is this agent's, and not over. */
  boolean serves(Agent other) {
    return !closed && agent.id().equals(other.id());
  }

  boolean isOver() {
    return closed;
  }

  /** One more widget takes part. */
  void join(WidgetSession widget, TokenEvents events) {
    widgets.add(widget);
    relay.add(events);
  }

  /** The last one to leave ends the session. */
  void leave(WidgetSession widget, TokenEvents events) {
    relay.remove(events);
    widgets.remove(widget);
    if (widgets.isEmpty()) {
      close();
    } else {
      keepFresh(widget, false);
    }
  }

  /** The same agent with other queues, zone or language. */
  void changed(Agent next) {
    if (!next.equals(agent)) {
      agent = next;
      known.doubt();
      tokens.sessionRenewed();
    }
  }

  /** Whether {@code widget} may need a token at any time. */
  void keepFresh(WidgetSession widget, boolean wanted) {
    boolean before = !watched.isEmpty();
    boolean unused = wanted ? watched.add(widget) : watched.remove(widget);
    if (!closed && before == watched.isEmpty()) {
      tokens.keepFresh(wanted);
    }
  }

  /** A person asked: a closed gate may be tried once. */
  void retryNow() {
    tokens.retryNow();
    setting.platform().retryNow();
  }

  SignedPlatform platform() {
    return platform;
  }

  AnswerCache cache() {
    return cache;
  }

  Refusals refusals() {
    return refusals;
  }

  /** How long reading who asks will hold up a round that begins after {@code wait}. Any thread. */
  Duration holdsUp(Duration wait) {
    return known.holdsUp(wait);
  }

  /** What is known of the agent may not hold any more. Any thread. */
  void doubt() {
    known.doubt();
  }

  /** Who asks and what they may see, read once for all widgets when need be. Blocks. */
  synchronized Access access(Consumer<String> step) throws PlatformException {
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

  /** What became of the agent's queues lately. Any thread. */
  List<Notice> notices() {
    return news.notices();
  }

  Tallies tallies() {
    return tallies;
  }

  /** How long the platform wants to be left alone. Any thread. */
  Duration heldBack() {
    return setting.platform().heldBack();
  }

  /** Words for diagnostics, by name; no id, no secret. Any thread. */
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
    if (closed) {
      return;
    }
    closed = true;
    relay.close();
    bean.close();
    tokens.close();
    cache.wipe();
    setting.platform().forget();
  }
}
