package io.kpiwidget.sandbox.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

/** {@code POST /v2/oauth/token} (guide §1): client credentials with {@code sub}. */
final class TokenEndpoint implements Endpoint {
  private static final Set<String> SCOPES =
      Set.of("analytics:view", "user:read", "oauth:client:manage");
  private final Tokens tokens;
  private final People people;
  private final Centre centre;
  private final Client client;
  private volatile SubjectMode mode = SubjectMode.HONEST;

  /** The registered client. */
  record Client(String id, String secret) {
    boolean is(String authorization) {
      var credentials =
          Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
      return MessageDigest.isEqual(
          ("Basic " + credentials).getBytes(StandardCharsets.UTF_8),
          authorization.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  TokenEndpoint(Tokens tokens, People people, Centre centre, Client client) {
    this.tokens = tokens;
    this.people = people;
    this.centre = centre;
    this.client = client;
  }

  void mode(SubjectMode next) {
    mode = next;
  }

  @Override
  public Reply answer(Call call) {
    if (!call.header("authorization").filter(client::is).isPresent()) {
      throw Refusal.oauth(401, "invalid_client", "The client or its secret is wrong");
    }
    if (!call.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
      throw Refusal.oauth(400, "invalid_request", "The body is not a form");
    }
    if (!call.parameter("grant_type").orElse("").equals("client_credentials")) {
      throw Refusal.oauth(400, "unsupported_grant_type", "Only client_credentials");
    }
    return issue(scopes(call), subject(call));
  }

  private static Set<String> scopes(Call call) {
    var scopes =
        call.parameter("scope")
            .map(text -> new TreeSet<>(Arrays.asList(text.trim().split(" +"))))
            .orElse(new TreeSet<>(SCOPES));
    if (!SCOPES.containsAll(scopes)) {
      throw Refusal.oauth(400, "invalid_scope", "Scopes are " + new TreeSet<>(SCOPES));
    }
    return scopes;
  }

  private String subject(Call call) {
    var asked =
        call.parameter("sub")
            .orElseThrow(() -> Refusal.oauth(400, "invalid_request", "sub is missing"));
    if (people.find(asked).isEmpty()) {
      throw Refusal.oauth(400, "invalid_grant", "sub is not an agent");
    }
    return switch (mode) {
      case IGNORE -> client.id();
      case OTHER -> someoneElse(asked);
      default -> asked;
    };
  }

  private String someoneElse(String asked) {
    return centre.look(
        (floor, now) ->
            floor.agents().stream()
                .map(agent -> agent.id())
                .filter(id -> !id.equals(asked))
                .findFirst()
                .orElseThrow());
  }

  private Reply issue(Set<String> scopes, String subject) {
    var token = tokens.issue(subject, scopes);
    var body = Reply.object("access_token", token.value());
    body.addProperty("token_type", "bearer");
    body.addProperty("expires_in", tokens.lifetime().toSeconds());
    if (mode == SubjectMode.HONEST || mode == SubjectMode.OTHER) {
      body.addProperty("sub", subject);
    }
    return Reply.json(200, body).with("Pragma", "no-cache");
  }
}
