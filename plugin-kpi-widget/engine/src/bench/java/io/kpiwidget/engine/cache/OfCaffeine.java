package io.kpiwidget.engine.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Caffeine with its own refresh. It knows nothing of HTTP: what may not be kept is kept. */
final class OfCaffeine implements Contestant {

  private static final String KEY = "{\"filter\":{\"queue\":\"q1\"}}";

  private final OkHttpClient client = new OkHttpClient();
  private final LoadingCache<String, String> cache;

  OfCaffeine(URI url, Duration fresh) {
    this.cache = Caffeine.newBuilder().refreshAfterWrite(fresh).build(key -> load(url, key));
  }

  private String load(URI url, String body) throws Exception {
    var request =
        new Request.Builder().url(url.toString()).post(RequestBody.create(body, null)).build();
    try (var response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }

  @Override
  public Object ask() {
    return cache.get(KEY);
  }

  @Override
  public int round() {
    return 1_000_000;
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdownNow();
  }
}
