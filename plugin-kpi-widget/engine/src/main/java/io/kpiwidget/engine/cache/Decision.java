package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.cache.Freshness.Times;
import java.time.Duration;

/** What is done about a question that there is an answer to. */
enum Decision {
  /** It is handed on. */
  SERVE,
  /** It is handed on while another is fetched (RFC 5861 §3). */
  SERVE_AND_REFRESH,
  /** The platform is asked. */
  ASK;

  static Decision of(Duration age, Times times, Demand demand) {
    if (demand.checked() || age.compareTo(demand.maxAge()) > 0) {
      return ASK;
    }
    if (age.plus(demand.minFresh()).compareTo(times.fresh()) < 0) {
      return SERVE;
    }
    boolean soon = age.compareTo(times.revalidate()) < 0;
    return soon && demand.allowsStale(age) ? SERVE_AND_REFRESH : ASK;
  }

  /** Whether it may stand in for an answer that did not come (RFC 5861 §4). */
  static boolean standsIn(Duration age, Times times, Demand demand) {
    return age.compareTo(times.expiry()) < 0 && demand.allowsStale(age);
  }
}
