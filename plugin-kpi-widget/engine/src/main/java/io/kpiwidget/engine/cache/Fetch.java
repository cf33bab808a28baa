package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.cache.AnswerCache.Question;
import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.Time;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Asks the platform, and makes an entry of what it says. Keeps nothing. Blocks. */
final class Fetch {

  private final Time time;
  private final Platform platform;
  private final Meter meter;
  private final AtomicLong versions = new AtomicLong();

  Fetch(Time time, Platform platform, Meter meter) {
    this.time = time;
    this.platform = platform;
    this.meter = meter;
  }

  /**
   * What came.
   *
   * @param status what the platform answered
   */
  record Outcome(Entry entry, int status) {}

  /** {@code known} is what is kept: only whether it changed is asked then. */
  Outcome fetch(Question question, @Nullable Entry known) throws PlatformException {
    var arrival = exchange(question.call(), known);
    int status = arrival.answer().status();
    if (known == null || !arrival.answer().isNotModified()) {
      return new Outcome(received(question, known, arrival), status);
    }
    if (isAbout(known, arrival.answer())) {
      meter.confirmed(status);
      return new Outcome(known.confirmed(arrival, question.terms()), status);
    }
    // "not modified" about another version than ours says nothing about ours
    return fetch(question, null);
  }

  private Arrival exchange(HttpCall call, @Nullable Entry known) throws PlatformException {
    var answer = platform.exchange(known == null ? call : conditional(call, known));
    // of a platform that hands on refusals as they are
    if (answer.status() >= 500 && known != null && known.mayStandIn(time)) {
      throw new PlatformException.Unreachable(call + ": " + answer.status(), null);
    }
    return new Arrival(answer, call, answer.sent().until(time.now()));
  }

  // If-Modified-Since means nothing with a POST (RFC 9110 §13.1.3)
  private static HttpCall conditional(HttpCall call, Entry known) {
    var tag = known.etag();
    if (tag.isPresent()) {
      return call.unless(tag.get());
    }
    var modified = known.head().header("Last-Modified");
    return modified.isPresent() && call.method().equals("GET")
        ? call.unlessSince(modified.get())
        : call;
  }

  private static boolean isAbout(Entry known, HttpAnswer answer) {
    var tag = known.etag();
    return tag.isEmpty()
        || ETags.sendable(answer).map(told -> ETags.weaklyEqual(told, tag.get())).orElse(true);
  }

  private Entry received(Question question, @Nullable Entry known, Arrival arrival)
      throws PlatformException {
    var digest = digest(arrival.answer().body());
    return known != null && known.content().digest().equals(digest)
        ? Entry.of(known.content(), arrival, question.terms())
        : Entry.of(parsed(question, arrival.answer(), digest), arrival, question.terms());
  }

  private Content parsed(Question question, HttpAnswer answer, String digest)
      throws PlatformException {
    meter.parses.increment();
    var rows = question.reader().read(answer);
    return new Content(versions.incrementAndGet(), rows, digest);
  }

  static String digest(String body) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
