package io.kpiwidget.engine.cache;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import okhttp3.Cache;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** OkHttp's cache, on disk, by GET. */
final class OfOkHttp implements Contestant {

  private final Cache cache;
  private final OkHttpClient client;
  private final Request request;

  OfOkHttp(URI url) throws IOException {
    this.cache = new Cache(Files.createTempDirectory("okhttp-cache").toFile(), 10 << 20);
    this.client = new OkHttpClient.Builder().cache(cache).build();
    this.request = new Request.Builder().url(url.toString()).build();
  }

  @Override
  public Object ask() throws IOException {
    try (var response = client.newCall(request).execute()) {
      return response.body().bytes();
    }
  }

  @Override
  public int round() {
    return 1_000;
  }

  @Override
  public void close() throws IOException {
    cache.delete();
    client.dispatcher().executorService().shutdownNow();
  }
}
