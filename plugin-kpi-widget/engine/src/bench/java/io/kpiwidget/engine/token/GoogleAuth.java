package io.kpiwidget.engine.token;

import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.util.Clock;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.auth.oauth2.OAuth2CredentialsWithRefresh;
import java.io.IOException;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** google-auth's credentials for a token source of the user's own, on its HTTP adapter. */
final class GoogleAuth implements Contestant {

  private static final URI API = GoogleTransport.API.toURI();

  private final World world;
  private final OAuth2Credentials credentials;
  private final HttpRequestFactory requests;

  GoogleAuth(World world) {
    this.world = world;
    this.credentials =
        OAuth2CredentialsWithRefresh.newBuilder().setRefreshHandler(this::fetch).build();
    Clock clock = world.hands().clock()::millis;
    Seam.set(credentials, OAuth2Credentials.class, "clock", clock);
    this.requests =
        new GoogleTransport(world.server())
            .createRequestFactory(new HttpCredentialsAdapter(credentials));
  }

  private AccessToken fetch() throws IOException {
    var now = world.hands().clock().instant();
    var grant = PlainGrant.from(world.server());
    return new AccessToken(grant.token(), Date.from(now.plus(grant.lifetime())));
  }

  @Override
  public Map<String, List<String>> serve() throws IOException {
    return credentials.getRequestMetadata(API);
  }

  @Override
  public String token() throws IOException {
    var authorization = serve().getOrDefault("Authorization", List.of());
    return GoogleTransport.bearer(authorization.isEmpty() ? null : authorization.get(0));
  }

  @Override
  public void call() throws IOException {
    requests
        .buildGetRequest(GoogleTransport.API)
        .setThrowExceptionOnExecuteError(false)
        .execute()
        .disconnect();
  }
}
