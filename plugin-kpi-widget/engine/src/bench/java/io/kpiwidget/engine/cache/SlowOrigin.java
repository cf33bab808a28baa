package io.kpiwidget.engine.cache;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server on loopback that takes its time and counts. */
final class SlowOrigin implements AutoCloseable {

  private static final int DELAY_MILLIS = 300;

  private final MockWebServer server = new MockWebServer();
  private final AtomicInteger calls = new AtomicInteger();

  /** Every answer says {@code cacheControl}; {@code delayed} as a platform on a bad day. */
  SlowOrigin(String cacheControl, String body, boolean delayed) throws IOException {
    var answer =
        new MockResponse.Builder()
            .addHeader("Cache-Control", cacheControl)
            .addHeader("Content-Type", "application/json")
            .headersDelay(delayed ? DELAY_MILLIS : 0, TimeUnit.MILLISECONDS)
            .body(body)
            .build();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            calls.incrementAndGet();
            return answer;
          }
        });
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getPort() + "/q");
  }

  int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    server.close();
  }
}
