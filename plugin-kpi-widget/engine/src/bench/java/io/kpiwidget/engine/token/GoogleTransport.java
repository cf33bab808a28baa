package io.kpiwidget.engine.token;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import com.google.api.client.testing.http.MockLowLevelHttpRequest;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import org.jspecify.annotations.Nullable;

/** The way to the simulated server for both of Google's libraries. */
final class GoogleTransport extends HttpTransport {

  static final GenericUrl TOKEN = new GenericUrl("https://login.example/token");
  static final GenericUrl API = new GenericUrl("https://api.example/kpis");

  private static final String BEARER = "Bearer ";

  private final Server server;

  GoogleTransport(Server server) {
    this.server = server;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return new MockLowLevelHttpRequest(url) {
      @Override
      public LowLevelHttpResponse execute() {
        return asGoogles(
            url.equals(TOKEN.build())
                ? server.token()
                : server.api(bearer(getFirstHeaderValue("Authorization"))));
      }
    };
  }

  /** The token of an {@code Authorization} header; none is one that no server takes. */
  static String bearer(@Nullable String authorization) {
    return authorization == null ? "" : authorization.substring(BEARER.length());
  }

  private static MockLowLevelHttpResponse asGoogles(Server.Reply reply) {
    var response = new MockLowLevelHttpResponse().setStatusCode(reply.status());
    reply.headers().forEach(response::addHeader);
    return response
        .setContentType(reply.headers().getOrDefault("Content-Type", "text/plain"))
        .setContent(reply.body());
  }
}
