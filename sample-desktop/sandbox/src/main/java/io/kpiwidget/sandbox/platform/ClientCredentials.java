package io.kpiwidget.sandbox.platform;

import java.util.Map;

/** The guide's grant (§1): the client's secret, and the agent as {@code sub}. */
record ClientCredentials(Client client, People people, Subjects subjects)
    implements TokenEndpoint.GrantType {
  @Override
  public TokenEndpoint.Allowed check(Call call) {
    if (!call.header("authorization").filter(client::is).isPresent()) {
      throw Refusal.oauth(401, "invalid_client", "The client or its secret is wrong");
    }
    var scopes = Scopes.granted(Scopes.ALL, call);
    var agent = subjects.needless() ? "" : agent(call);
    return new TokenEndpoint.Allowed(Grant.to(agent, scopes), Map.of());
  }

  private String agent(Call call) {
    var asked =
        call.parameter("sub")
            .orElseThrow(() -> Refusal.oauth(400, "invalid_request", "sub is missing"));
    if (people.find(asked).isEmpty()) {
      throw Refusal.oauth(400, "invalid_grant", "sub is not an agent");
    }
    return asked;
  }
}
