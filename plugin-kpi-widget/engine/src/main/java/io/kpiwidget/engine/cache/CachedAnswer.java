package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An answer as it is handed on. */
public final class CachedAnswer {

  private final Entry entry;
  private final Served served;

  CachedAnswer(Entry entry, Served served) {
    this.entry = entry;
    this.served = served;
  }

  /** Rises when the rows change; the same version is the same list. */
  public long version() {
    return entry.content().version();
  }

  public List<Row> rows() {
    return entry.content().rows();
  }

  /** When the platform last confirmed it, by its own clock. */
  public Instant asOf() {
    return entry.head().at();
  }

  /** When that was asked, by ours. */
  public Time.Moment asked() {
    return entry.head().sent();
  }

  /** Byte for byte as it came. */
  public Optional<String> etag() {
    return entry.etag();
  }

  /** How old it is (RFC 9111 §4.2.3). */
  public Duration age(Time time) {
    return entry.age(time);
  }

  /** The value of a {@code Cache-Status} field for it (RFC 9211). */
  public String cacheStatus(Time time) {
    return served.member(entry.times().fresh().minus(entry.age(time)).toSeconds());
  }

  /** Status and fields, without a body. */
  HttpAnswer head() {
    return entry.head();
  }

  String digest() {
    return entry.content().digest();
  }

  /** Whether the platform was not asked for it. */
  boolean isFromCache() {
    return served.status() == 0;
  }

  CachedAnswer shared() {
    return new CachedAnswer(entry, served.shared());
  }
}
