package io.kpiwidget.engine.cache;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.cache.CacheConfig;
import org.apache.hc.client5.http.impl.cache.CachingHttpClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Apache's cache, private, in memory, by GET, with threads for stale-while-revalidate. */
final class OfHttpClient5 implements Contestant {

  private static final int CALLERS = 100;

  private final CloseableHttpClient client;
  private final URI url;

  OfHttpClient5(URI url) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(CALLERS)
            .setMaxConnTotal(CALLERS)
            .build();
    this.client =
        CachingHttpClients.custom()
            .setCacheConfig(
                CacheConfig.custom().setSharedCache(false).setAsynchronousWorkers(2).build())
            .setConnectionManager(connections)
            .build();
    this.url = url;
  }

  // a request for each call: it holds the call's way to be cancelled, and of two calls with the
  // same
  // one either may be cancelled
  @Override
  public Object ask() throws IOException {
    return client.execute(
        new HttpGet(url), response -> EntityUtils.toByteArray(response.getEntity()));
  }

  @Override
  public int round() {
    return 1_000;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
