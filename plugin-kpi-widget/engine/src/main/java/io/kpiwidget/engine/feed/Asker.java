package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.AnswerCache;
import io.kpiwidget.engine.cache.CachedAnswer;
import io.kpiwidget.engine.cache.Demand;
import io.kpiwidget.engine.cache.Freshness;
import io.kpiwidget.engine.cache.Policy;
import io.kpiwidget.engine.cache.QueryKey;
import io.kpiwidget.engine.cache.Terms;
import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.platform.AnalyticsQuery.AskedMetric;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.widget.Access;
import io.kpiwidget.engine.widget.QueryPlan;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import io.kpiwidget.engine.widget.QueryPlan.Question;
import io.kpiwidget.engine.widget.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Puts a plan's questions; one that is refused for good does not take the others with it. */
final class Asker {

  private static final Logger log = SafeLog.of(Asker.class);

  /** Half-hour buckets need not be asked for with every figure. */
  private static final int TREND_INTERVALS = 4;

  private final Setting setting;
  private final AnswerCache cache;
  private final Refusals refusals;
  private final Tallies tallies;
  private final Map<Part, Put> puts = new ConcurrentHashMap<>();
  private final Map<Part, CachedAnswer> last = new ConcurrentHashMap<>();

  /** A question as it was put last. */
  private record Put(Question question, Identity who, HttpCall call) {}

  Asker(Setting setting, AnswerCache cache, Tallies tallies, Refusals refusals) {
    this.tallies = tallies;
    this.setting = setting;
    this.cache = cache;
    this.refusals = refusals;
  }

  /**
   * What came of the questions.
   *
   * @param failed why there is no answer, for who reads the figures
   * @param learned something was refused that can be left out: the same question can be put better
   */
  record Answers(Map<Part, CachedAnswer> there, Map<Part, String> failed, boolean learned) {

    Answers {
      there = Map.copyOf(there);
      failed = Map.copyOf(failed);
    }
  }

  /**
   * Blocks. Who asks {@code early} does so because the answer takes so long: what would be over by
   * then is asked for. What only time can mend is thrown, and so is a refusal of all figures.
   */
  Answers ask(QueryPlan plan, Access access, Wanted wanted, Duration early)
      throws PlatformException {
    var there = new EnumMap<Part, CachedAnswer>(Part.class);
    var failed = new EnumMap<Part, String>(Part.class);
    PlatformException last = null;
    boolean learned = false;
    for (var question : plan.questions()) {
      try {
        answer(question, access, wanted.of(question.part(), early))
            .ifPresent(a -> keep(question.part(), a, there));
      } catch (NotUnderstood e) {
        last = e;
        learned |= learn(question, e, access);
        failed.put(question.part(), Troubles.cause(e));
      } catch (BadAnswer e) {
        last = e;
        failed.put(question.part(), Troubles.cause(e));
      }
    }
    refuseTotalLoss(there, last, learned);
    return new Answers(there, failed, learned);
  }

  private void keep(Part part, CachedAnswer answer, Map<Part, CachedAnswer> there) {
    there.put(part, answer);
    last.put(part, answer);
  }

  /**
   * What is asked and how it fares; {@code next} is when the next round is due. Any thread.
   *
   * @param heldBack how long the platform wants to be left alone
   */
  List<Asked> asked(Optional<Duration> next, Duration heldBack) {
    return puts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(put -> asked(put.getKey(), put.getValue(), next, heldBack))
        .toList();
  }

  private Asked asked(Part part, Put put, Optional<Duration> next, Duration heldBack) {
    var times = terms(part).times();
    var age = Optional.ofNullable(last.get(part)).map(answer -> answer.age(setting.time()));
    var tally = tallies.of(this, part);
    return new Asked(
        key(put.question(), put.who(), put.call()),
        Asked.State.of(age, times, heldBack, tally.hasFailed()),
        age,
        next.map(round -> part.isTrend() ? untilOld(round, times, age) : round),
        heldBack,
        tally.traffic());
  }

  // a trend is asked for in a round, but not in each
  private static Duration untilOld(Duration round, Freshness.Times times, Optional<Duration> age) {
    var left = age.map(known -> Durations.left(times.fresh(), known)).orElse(Duration.ZERO);
    return Durations.longer(round, left);
  }

  private Asked.Key key(Question question, Identity who, HttpCall call) {
    var query = question.query();
    return new Asked.Key(
        Optional.ofNullable(call.uri().getHost()).orElse(""),
        call.toString(),
        question.part(),
        Mark.of(who.agentId()),
        Mark.of(who.generation()),
        window(query.filter()),
        query.metrics().stream().map(AskedMetric::name).toList());
  }

  private static Optional<TimeWindow> window(Filter filter) {
    if (filter instanceof Filter.TimeRange range) {
      var ends = range.values();
      return Optional.of(new TimeWindow(Instant.parse(ends.get(0)), Instant.parse(ends.get(1))));
    }
    var clauses =
        filter instanceof Filter.All all
            ? all.clauses()
            : filter instanceof Filter.Any any ? any.clauses() : List.<Filter>of();
    return clauses.stream().map(Asker::window).flatMap(Optional::stream).findFirst();
  }

  private boolean learn(Question question, NotUnderstood refused, Access access) {
    var asked = question.query().metrics().stream().map(AskedMetric::name).toList();
    return refusals.learn(refused, question.query().filter(), asked, access.refused());
  }

  private static void refuseTotalLoss(
      Map<Part, CachedAnswer> there, @Nullable PlatformException last, boolean learned)
      throws PlatformException {
    if (last != null && !learned && there.keySet().stream().allMatch(Part::isTrend)) {
      throw last;
    }
  }

  private Optional<CachedAnswer> answer(Question question, Access access, Demand demand)
      throws PlatformException {
    return question.part().isTrend()
        ? trend(question, access, demand)
        : Optional.of(cache.ask(cached(question, access, demand)));
  }

  // a picture of the day is no reason to withhold the figures of now
  private Optional<CachedAnswer> trend(Question question, Access access, Demand demand)
      throws PlatformException {
    try {
      return Optional.of(cache.ask(cached(question, access, demand)));
    } catch (Unreachable | RateLimited e) {
      log.debug("no trend: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private AnswerCache.Question cached(Question asked, Access access, Demand demand)
      throws PlatformException {
    var dialect = setting.dialect();
    var call = dialect.query(asked.query());
    var who = access.identity();
    puts.put(asked.part(), new Put(asked, who, call));
    tallies.of(this, asked.part()).wanted(call);
    return new AnswerCache.Question(
        QueryKey.of(dialect.tenant(), who.agentId(), who.generation(), call),
        call,
        answer -> dialect.readRows(asked.query(), answer),
        terms(asked.part()),
        demand);
  }

  // OVERRIDE: the widget's interval is the administrator's word, the platform's would be "never"
  private Terms terms(Part part) {
    var interval = setting.interval();
    return new Terms(
        Policy.OVERRIDE, part.isTrend() ? trendTimes(interval) : Freshness.Times.of(interval));
  }

  // figures do not wait for a picture of the day: while there is one, the next is fetched beside
  private static Freshness.Times trendTimes(Duration interval) {
    var times = Freshness.Times.of(interval.multipliedBy(TREND_INTERVALS));
    return new Freshness.Times(times.fresh(), times.expiry(), times.expiry());
  }
}
