package io.kpiwidget.engine.token;

import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.Credential;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;

/** google-oauth-client's credential with a refresh token, as the interceptor of its requests. */
final class GoogleOauthClient implements Contestant {

  private final Credential credential;
  private final HttpRequestFactory requests;
  private final HttpRequest next;

  GoogleOauthClient(World world) {
    var transport = new GoogleTransport(world.server());
    this.credential =
        new Credential.Builder(BearerToken.authorizationHeaderAccessMethod())
            .setTransport(transport)
            .setJsonFactory(GsonFactory.getDefaultInstance())
            .setTokenServerUrl(GoogleTransport.TOKEN)
            .setClientAuthentication(new ClientParametersAuthentication("client", "secret"))
            .setClock(world.hands().clock()::millis)
            .build()
            .setRefreshToken("refresh");
    this.requests = transport.createRequestFactory(credential);
    this.next = request();
  }

  private HttpRequest request() {
    try {
      return requests.buildGetRequest(GoogleTransport.API).setThrowExceptionOnExecuteError(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public HttpRequest serve() throws IOException {
    credential.intercept(next);
    return next;
  }

  @Override
  public String token() throws IOException {
    next.getHeaders().setAuthorization((String) null);
    var token = GoogleTransport.bearer(serve().getHeaders().getAuthorization());
    if (token.isEmpty()) {
      throw new IOException("no token");
    }
    return token;
  }

  @Override
  public void call() throws IOException {
    request().execute().disconnect();
  }
}
