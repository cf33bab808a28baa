package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import java.time.Duration;
import java.util.Map;

/** An answer to {@code call} that came after {@code delay}. */
record Arrival(HttpAnswer answer, HttpCall call, Duration delay) {

  /** What is kept of it beside its rows. */
  HttpAnswer head() {
    return head(answer.status(), Headers.kept(answer.headers()));
  }

  /** The same where it only confirms what is {@code kept}. */
  HttpAnswer confirming(HttpAnswer kept) {
    return head(kept.status(), Headers.merged(kept.headers(), answer.headers()));
  }

  private HttpAnswer head(int status, Map<String, String> headers) {
    return new HttpAnswer(status, headers, "", answer.sent(), answer.at());
  }

  Vary vary() {
    return Vary.of(answer, call);
  }
}
