package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache on the wire, as the public suite for HTTP caches sees it. */
@Timeout(60)
final class CacheProxyTest {

  private final MockWebServer origin = new MockWebServer();
  private final MockWebServer proxy = new MockWebServer();
  private final OkHttpClient client = new OkHttpClient();

  @AfterEach
  void close() {
    proxy.close();
    origin.close();
  }

  @ParameterizedTest
  @CsvSource({"false, GET", "true, POST"})
  void freshAnswer_comesFromTheCache_withItsAgeAndWithoutHopByHopFields(boolean post, String method)
      throws Exception {
    open(post);
    says("body", "Cache-Control", "max-age=60", "Connection", "a", "A", "1", "B", "2, 3");
    get("/x").close();

    try (var second = get("/x")) {
      assertThat(second.body().string()).isEqualTo("body");
      assertThat(second.header("Age")).containsOnlyDigits();
      assertThat(second.header("Cache-Status")).startsWith("kpi-l1; hit; ttl=");
      assertThat(second.header("A")).isNull();
      assertThat(second.header("B")).isEqualTo("2, 3");
    }
    assertThat(origin.getRequestCount()).isEqualTo(1);
    assertThat(origin.takeRequest().getMethod()).isEqualTo(method);
  }

  @Test
  void otherQuery_isAnotherAnswer() throws Exception {
    open(true);
    says("one", "Cache-Control", "max-age=60");
    says("two", "Cache-Control", "max-age=60");
    get("/x?1").close();

    try (var second = get("/x?2")) {
      assertThat(second.body().string()).isEqualTo("two");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 412})
  void postThatIsNotModified_isAnsweredWithTheBody(int status) throws Exception {
    open(true);
    says("body", "Cache-Control", "no-cache", "ETag", "W/\"a,b\"", "X", "1");
    origin.enqueue(new MockResponse.Builder().code(status).addHeader("X", "2").build());
    get("/x").close();

    try (var second = get("/x")) {
      assertThat(second.code()).isEqualTo(200);
      assertThat(second.body().string()).isEqualTo("body");
      assertThat(second.header("X")).isEqualTo("2");
    }
    origin.takeRequest();
    assertThat(origin.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("W/\"a,b\"");
  }

  @Test
  void getWithoutATag_isAskedByDate() throws Exception {
    open(false);
    says("body", "Cache-Control", "max-age=0", "Last-Modified", Told.date(-60));
    origin.enqueue(new MockResponse.Builder().code(304).build());
    get("/x").close();

    try (var second = get("/x")) {
      assertThat(second.body().string()).isEqualTo("body");
    }
    origin.takeRequest();
    assertThat(origin.takeRequest().getHeaders().get("If-Modified-Since"))
        .isEqualTo(Told.date(-60));
  }

  @Test
  void clientsCondition_isAnsweredFromTheCache() throws Exception {
    open(false);
    says("body", "Cache-Control", "max-age=60", "ETag", "\"a\"");
    get("/x").close();

    try (var second = get("/x", "If-None-Match", "\"z\", W/\"a\"")) {
      assertThat(second.code()).isEqualTo(304);
      assertThat(second.header("ETag")).isEqualTo("\"a\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"PUT, 200, 3", "DELETE, 204, 3", "POST, 500, 2", "OPTIONS, 200, 2"})
  void unsafeMethod_thatSucceeds_invalidates(String method, int status, int calls)
      throws Exception {
    open(false);
    says("one", "Cache-Control", "max-age=60");
    origin.enqueue(new MockResponse.Builder().code(status).build());
    says("two", "Cache-Control", "max-age=60");
    get("/x").close();
    var body = method.equals("OPTIONS") ? null : RequestBody.create(new byte[] {1});
    client
        .newCall(new Request.Builder().url(proxy.url("/x")).method(method, body).build())
        .execute()
        .close();
    get("/x").close();

    assertThat(origin.getRequestCount()).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource({"Location, /y, 4", "Content-Location, /y, 4", "Location, http://elsewhere/y, 3"})
  void addressThatAnUnsafeMethodNames_isInvalidated(String field, String address, int calls)
      throws Exception {
    open(false);
    says("one", "Cache-Control", "max-age=60");
    says("", field, address);
    says("two", "Cache-Control", "max-age=60");
    says("three", "Cache-Control", "max-age=60");
    get("/y").close();
    var post = RequestBody.create(new byte[] {1});
    client.newCall(new Request.Builder().url(proxy.url("/x")).post(post).build()).execute().close();
    get("/y").close();
    get("/z").close();

    assertThat(origin.getRequestCount()).isEqualTo(calls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max-age=0, must-revalidate, stale-if-error=60",
        "max-age=60, no-cache, stale-if-error=60",
        "max-age=0"
      })
  void originGone_withNothingThatMayStandIn_is504_withNothingOfWhatIsKept(String control)
      throws Exception {
    open(false);
    says("one", "Cache-Control", control, "Request-Count", "1");
    get("/x").close();
    origin.close();

    try (var second = get("/x")) {
      assertThat(second.code()).isEqualTo(504);
      assertThat(second.header("Request-Count")).isNull();
      assertThat(second.body().string()).isEmpty();
    }
  }

  @Test
  void bytesInATag_arePassedOn_andNeverSentBack() throws Exception {
    open(false);
    var tag = "\"\u00fc\"";
    for (var body : List.of("one", "two")) {
      var fields = new Headers.Builder().addUnsafeNonAscii("ETag", tag);
      fields.add("Content-Length", "3").add("Cache-Control", "no-cache");
      origin.enqueue(new MockResponse.Builder().headers(fields.build()).body(body).build());
    }
    get("/x").close();

    try (var second = get("/x")) {
      assertThat(second.body().string()).isEqualTo("two");
      assertThat(second.header("ETag")).isNotNull();
    }
    assertThat(origin.getRequestCount()).isEqualTo(2);
    origin.takeRequest();
    assertThat(origin.takeRequest().getHeaders().get("If-None-Match")).isNull();
  }

  private void open(boolean post) throws Exception {
    origin.start();
    proxy.setDispatcher(new CacheProxy(URI.create(origin.url("/").toString()), post));
    proxy.start();
  }

  private void says(String body, String... fields) {
    var answer = new MockResponse.Builder().body(body);
    for (int i = 0; i < fields.length; i += 2) {
      answer.addHeader(fields[i], fields[i + 1]);
    }
    origin.enqueue(answer.build());
  }

  private Response get(String path, String... condition) throws Exception {
    var request = new Request.Builder().url(proxy.url(path));
    if (condition.length > 0) {
      request.header(condition[0], condition[1]);
    }
    return client.newCall(request.build()).execute();
  }
}
