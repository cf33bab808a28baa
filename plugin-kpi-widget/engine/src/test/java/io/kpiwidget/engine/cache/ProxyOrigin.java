package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.internal.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Hands on every answer of a server as it is, refusals too: what a proxy needs. */
final class ProxyOrigin implements Platform {

  private final Time time;

  // no kept connections: the suite's server closes them when it likes
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .followRedirects(false)
          .retryOnConnectionFailure(false)
          .callTimeout(Duration.ofSeconds(10))
          .connectionPool(new ConnectionPool(0, 1, java.util.concurrent.TimeUnit.SECONDS))
          .build();

  ProxyOrigin(Time time) {
    this.time = time;
  }

  @Override
  public HttpAnswer exchange(HttpCall call) throws Unreachable {
    var sent = time.now();
    try (var response = client.newCall(request(call)).execute()) {
      return new HttpAnswer(response.code(), headers(response), body(response), sent, now());
    } catch (IOException e) {
      throw new Unreachable("no answer", e);
    }
  }

  @Override
  public Instant now() {
    return time.clock().instant();
  }

  private static Request request(HttpCall call) {
    var headers = new Headers.Builder();
    call.headers().forEach(headers::addUnsafeNonAscii);
    return new Request.Builder()
        .url(call.uri().toString())
        .headers(headers.build())
        .method(call.method(), content(call))
        .build();
  }

  @SuppressWarnings("KotlinInternal")
  private static @Nullable RequestBody content(HttpCall call) {
    var empty =
        HttpMethod.requiresRequestBody(call.method()) ? RequestBody.create(new byte[0]) : null;
    return call.content()
        .map(
            content ->
                RequestBody.create(
                    content.text().getBytes(StandardCharsets.ISO_8859_1),
                    MediaType.parse(content.type())))
        .orElse(empty);
  }

  private static Map<String, String> headers(Response response) {
    var headers = new HashMap<String, String>();
    for (var field : response.headers()) {
      var name = field.getFirst().toLowerCase(Locale.ROOT);
      headers.merge(name, field.getSecond(), (first, next) -> first + ", " + next);
    }
    return headers;
  }

  private static String body(Response response) throws IOException {
    return response.code() == 304
        ? ""
        : new String(response.body().bytes(), StandardCharsets.ISO_8859_1);
  }
}
