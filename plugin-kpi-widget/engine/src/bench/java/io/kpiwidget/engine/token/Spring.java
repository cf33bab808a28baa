package io.kpiwidget.engine.token;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Spring Security's client manager, with the interceptor that its manual gives a RestClient. */
final class Spring implements Contestant {

  private static final String ID = "kpi";
  private static final Authentication DESKTOP = new TestingAuthenticationToken("desktop", "");
  private static final ClientRegistration CLIENT =
      ClientRegistration.withRegistrationId(ID)
          .clientId("client")
          .clientSecret("secret")
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .tokenUri("https://login.example/token")
          .build();

  private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;
  private final RestClient api;

  Spring(World world) {
    var repository = new InMemoryClientRegistrationRepository(CLIENT);
    var service = new InMemoryOAuth2AuthorizedClientService(repository);
    var clock = world.hands().clock();
    manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(repository, service);
    manager.setAuthorizedClientProvider(provider(world.server(), clock));
    manager.setAuthorizationSuccessHandler(
        (client, principal, attributes) ->
            service.saveAuthorizedClient(onClock(client, clock), principal));
    api = api(world.server(), signing(service));
  }

  private static ClientCredentialsOAuth2AuthorizedClientProvider provider(
      Server server, Clock clock) {
    var tokens = new RestClientClientCredentialsTokenResponseClient();
    tokens.setRestClient(
        answering(request -> server.token())
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
    provider.setAccessTokenResponseClient(tokens);
    provider.setClock(clock);
    return provider;
  }

  private OAuth2ClientHttpRequestInterceptor signing(OAuth2AuthorizedClientService service) {
    var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
    interceptor.setClientRegistrationIdResolver(request -> ID);
    interceptor.setPrincipalResolver(request -> DESKTOP);
    interceptor.setAuthorizationFailureHandler(
        OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(service));
    return interceptor;
  }

  private static RestClient api(Server server, OAuth2ClientHttpRequestInterceptor signing) {
    return answering(request -> server.api(bearer(request)))
        .requestInterceptors(interceptors -> interceptors.add(0, signing))
        .build();
  }

  // the last interceptor answers, so that no connection is opened
  private static RestClient.Builder answering(Function<HttpRequest, Server.Reply> server) {
    return RestClient.builder()
        .requestFactory(new SimpleClientHttpRequestFactory())
        .requestInterceptor((request, body, execution) -> new SpringReply(server.apply(request)));
  }

  private static String bearer(HttpRequest request) {
    return GoogleTransport.bearer(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
  }

  // Spring stamps what arrives with the system's time, whatever clock its provider has
  private static OAuth2AuthorizedClient onClock(OAuth2AuthorizedClient client, Clock clock) {
    var token = client.getAccessToken();
    var issued = clock.instant();
    var life = Duration.between(token.getIssuedAt(), token.getExpiresAt());
    return new OAuth2AuthorizedClient(
        client.getClientRegistration(),
        client.getPrincipalName(),
        new OAuth2AccessToken(
            token.getTokenType(), token.getTokenValue(), issued, issued.plus(life)));
  }

  @Override
  public OAuth2AuthorizedClient serve() {
    var client =
        manager.authorize(
            OAuth2AuthorizeRequest.withClientRegistrationId(ID).principal(DESKTOP).build());
    if (client == null) {
      throw new IllegalStateException("no provider for " + ID);
    }
    return client;
  }

  @Override
  public String token() {
    return serve().getAccessToken().getTokenValue();
  }

  @Override
  public void call() {
    api.get().uri("https://api.example/kpis").exchange((request, response) -> "");
  }
}
