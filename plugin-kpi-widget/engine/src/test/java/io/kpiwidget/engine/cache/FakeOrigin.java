package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.Time;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A platform that answers as it is told. */
final class FakeOrigin implements Platform {

  /** What happens while a call is under way. */
  @FunctionalInterface
  interface Meanwhile {
    void happens() throws PlatformException;
  }

  final List<HttpCall> calls = Collections.synchronizedList(new ArrayList<>());
  final Map<String, String> headers = new HashMap<>(Map.of("etag", "\"1\""));
  final Deque<Integer> statuses = new ArrayDeque<>();
  int status = 200;
  String body = "one";
  @Nullable PlatformException failure;
  Meanwhile meanwhile = () -> {};

  private final Time time;

  FakeOrigin(Time time) {
    this.time = time;
  }

  void says(String name, @Nullable String value) {
    headers.remove(name.toLowerCase(Locale.ROOT));
    if (value != null) {
      headers.put(name.toLowerCase(Locale.ROOT), value);
    }
  }

  HttpCall last() {
    return calls.get(calls.size() - 1);
  }

  @Override
  public HttpAnswer exchange(HttpCall call) throws PlatformException {
    calls.add(call);
    var sent = time.now();
    meanwhile.happens();
    var told = failure;
    if (told != null) {
      throw told;
    }
    int code = statuses.isEmpty() ? status : statuses.poll();
    return new HttpAnswer(code, headers, code == 200 ? body : "", sent, time.clock().instant());
  }

  @Override
  public Instant now() {
    return time.clock().instant();
  }
}
