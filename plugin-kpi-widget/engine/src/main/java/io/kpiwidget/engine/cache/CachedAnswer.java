package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer with what is needed to ask whether it still holds.
 *
 * @param version rises when the rows change
 * @param etag byte for byte as it came
 * @param digest of the body: the validator where the platform has none
 * @param asOf when the platform last confirmed it, by its own clock
 * @param asked when that was asked, by ours
 */
public record CachedAnswer(
    long version,
    Optional<String> etag,
    String digest,
    List<Row> rows,
    Instant asOf,
    Time.Moment asked,
    int size) {

  public CachedAnswer {
    rows = List.copyOf(rows);
  }

  /** The same rows, confirmed by {@code answer}. */
  CachedAnswer confirmed(HttpAnswer answer) {
    return new CachedAnswer(
        version,
        ETags.sendable(answer).or(() -> etag),
        digest,
        rows,
        answer.at(),
        answer.sent(),
        size);
  }
}
