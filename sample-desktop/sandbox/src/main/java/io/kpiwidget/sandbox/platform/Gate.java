package io.kpiwidget.sandbox.platform;

/** Who is calling: token, rate, scope, user; in this order. */
final class Gate {
  private static final String NO_USER =
      "This request requires a user context. Client credentials cannot be used for requests that"
          + " require a user context.";

  private final Tokens tokens;
  private final RateLimit limit;
  private final People people;

  Gate(Tokens tokens, RateLimit limit, People people) {
    this.tokens = tokens;
    this.limit = limit;
    this.people = people;
  }

  /** Answers only callers with a valid token of this scope. */
  Endpoint open(String scope, PersonalEndpoint endpoint) {
    return call -> {
      var token = token(call);
      var wait = limit.count(token.tokenId());
      if (wait > 0) {
        throw Refusal.tooMany(wait);
      }
      if (!token.grant().scopes().contains(scope)) {
        throw Refusal.missing(scope);
      }
      if (token.grant().subject().isEmpty()) {
        throw Refusal.of(400, "bad.request", NO_USER);
      }
      return endpoint.answer(call, people.find(token.grant().subject()).orElseThrow(Gate::expired));
    };
  }

  private AccessToken token(Call call) {
    var header =
        call.header("authorization")
            .orElseThrow(() -> Refusal.of(401, "authentication.required", "No bearer token"));
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw Refusal.of(401, "bad.credentials", "Not a bearer token");
    }
    return tokens.find(header.substring(7).trim()).orElseThrow(Gate::expired);
  }

  private static Refusal expired() {
    return Refusal.of(401, "credentials.expired", "The token is unknown, revoked or has expired");
  }

  /** Answers a known person. */
  @FunctionalInterface
  interface PersonalEndpoint {
    Reply answer(Call call, Person person);
  }
}
