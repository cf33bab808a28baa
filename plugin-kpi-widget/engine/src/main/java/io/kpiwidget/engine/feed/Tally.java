package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What the calls of one question brought. Any thread. */
final class Tally {

  private final LongAdder looks = new LongAdder();
  private final LongAdder calls = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private volatile Optional<HttpCall.Content> content = Optional.empty();
  private volatile int status;
  private volatile boolean failed;

  /** Somebody wants the answer to {@code call}, which may be in memory. */
  void wanted(HttpCall call) {
    looks.increment();
    content = call.content();
  }

  boolean isOf(HttpCall call) {
    return content.isPresent() && content.equals(call.content());
  }

  void answered(HttpAnswer answer) {
    calls.increment();
    bytes.add(answer.body().getBytes(StandardCharsets.UTF_8).length);
    status = answer.status();
    failed = false;
  }

  void failed(PlatformException failure) {
    calls.increment();
    status = status(failure);
    failed = true;
  }

  // what the platform said is not kept in a failure, only what it means
  private static int status(PlatformException failure) {
    if (failure instanceof RateLimited) {
      return 429;
    }
    if (failure instanceof NotPermitted) {
      return 403;
    }
    return failure instanceof SignInRequired ? 401 : 0;
  }

  boolean hasFailed() {
    return failed;
  }

  Asked.Traffic traffic() {
    return new Asked.Traffic(status, looks.sum(), calls.sum(), bytes.sum());
  }
}
