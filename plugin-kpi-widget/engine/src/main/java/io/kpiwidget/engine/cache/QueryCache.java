package io.kpiwidget.engine.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One agent's answers, in memory only. It sits above the query because POST with {@code
 * If-None-Match} is outside HTTP caching. Any thread; {@link #ask} blocks.
 */
public final class QueryCache {

  private static final long MOST_BYTES = 8L << 20;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final Time time;
  private final Platform platform;
  private final AtomicLong generation = new AtomicLong();
  private final AtomicLong versions = new AtomicLong();
  private final AtomicLong parses = new AtomicLong();
  private final Map<QueryKey, CompletableFuture<CachedAnswer>> flights = new ConcurrentHashMap<>();

  // on the caller's thread: the common pool would outlive an unloaded plugin
  private final Cache<QueryKey, CachedAnswer> answers =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumWeight(MOST_BYTES)
          .<QueryKey, CachedAnswer>weigher((key, answer) -> key.body().length() + answer.size())
          .build();

  public QueryCache(Time time, Platform platform) {
    this.time = time;
    this.platform = platform;
  }

  /**
   * A question.
   *
   * @param newest the caller wants the platform asked even when there is a fresh answer
   */
  public record Question(
      QueryKey key, HttpCall call, RowReader reader, Freshness.Times times, boolean newest) {}

  /** Parses an answer's body. */
  @FunctionalInterface
  public interface RowReader {
    List<Row> read(HttpAnswer answer) throws PlatformException;
  }

  /** A fresh answer at once; else the platform's, asked once for all who ask together. Blocks. */
  public CachedAnswer ask(Question question) throws PlatformException {
    var known = answers.getIfPresent(question.key());
    if (known != null && !question.newest() && isFresh(known, question)) {
      return known;
    }
    var mine = new CompletableFuture<CachedAnswer>();
    var theirs = flights.putIfAbsent(question.key(), mine);
    return theirs == null ? lead(question, known, mine) : follow(theirs);
  }

  /** Forgets everything; answers under way are dropped when they come. */
  public void wipe() {
    generation.incrementAndGet();
    flights.clear(); // who asks from now on gets an answer of now
    answers.invalidateAll();
  }

  /** How many bodies were parsed so far. */
  public long parses() {
    return parses.get();
  }

  private boolean isFresh(CachedAnswer known, Question question) {
    return Freshness.of(time.since(known.asked()), question.times()) == Freshness.FRESH;
  }

  private CachedAnswer lead(
      Question question, @Nullable CachedAnswer known, CompletableFuture<CachedAnswer> mine)
      throws PlatformException {
    long started = generation.get();
    try {
      var answer = fetch(question, known);
      if (started == generation.get()) {
        answers.put(question.key(), answer);
      }
      mine.complete(answer);
      return answer;
    } catch (PlatformException | RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      flights.remove(question.key(), mine);
    }
  }

  private static CachedAnswer follow(CompletableFuture<CachedAnswer> theirs)
      throws PlatformException {
    try {
      return theirs.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    } catch (TimeoutException e) {
      throw new Unreachable("no answer within " + LONGEST_WAIT.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof PlatformException told ? told : new Unreachable("failed", e);
    }
  }

  private CachedAnswer fetch(Question question, @Nullable CachedAnswer known)
      throws PlatformException {
    if (known == null || known.etag().isEmpty()) {
      return received(question, known, platform.exchange(question.call()));
    }
    var etag = known.etag().get();
    var answer = platform.exchange(question.call().unless(etag));
    if (!answer.isNotModified()) {
      return received(question, known, answer);
    }
    // "not modified" about another version than ours says nothing about ours
    return ETags.weaklyEqual(answer.header("ETag").orElse(etag), etag)
        ? known.confirmed(answer)
        : received(question, null, platform.exchange(question.call()));
  }

  private CachedAnswer received(Question question, @Nullable CachedAnswer known, HttpAnswer answer)
      throws PlatformException {
    var digest = digest(answer.body());
    if (known != null && known.digest().equals(digest)) {
      return known.confirmed(answer);
    }
    parses.incrementAndGet();
    return new CachedAnswer(
        versions.incrementAndGet(),
        ETags.sendable(answer),
        digest,
        question.reader().read(answer),
        answer.at(),
        answer.sent(),
        answer.body().length());
  }

  private static String digest(String body) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
