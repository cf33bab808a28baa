package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code POST /v2/oauth/token} (RFC 6749 §3.2, guide §1): a way in for each grant type. */
final class TokenEndpoint implements Endpoint {
  private final Map<String, GrantType> types;
  private final Tokens tokens;
  private final Subjects subjects;

  /** One way to ask for a token: refuses, or says what is allowed. */
  interface GrantType {
    Allowed check(Call call);
  }

  /** What the token is to stand on, and what the answer says beside it. */
  record Allowed(Grant grant, Map<String, String> more) {}

  TokenEndpoint(Map<String, GrantType> types, Tokens tokens, Subjects subjects) {
    this.types = Map.copyOf(types);
    this.tokens = tokens;
    this.subjects = subjects;
  }

  @Override
  public Reply answer(Call call) {
    call.requireForm();
    var type =
        Optional.ofNullable(types.get(call.parameter("grant_type").orElse("")))
            .orElseThrow(
                () ->
                    Refusal.oauth(
                        400, "unsupported_grant_type", "One of " + new TreeSet<>(types.keySet())));
    var allowed = type.check(call);
    var grant = allowed.grant();
    var answer = issue(grant.as(subjects.instead(grant.subject()), grant.scopes()));
    allowed.more().forEach(answer::addProperty);
    return Reply.json(200, answer).with("Pragma", "no-cache");
  }

  private JsonObject issue(Grant grant) {
    var answer = Reply.object("access_token", tokens.issue(grant).value());
    answer.addProperty("token_type", "bearer");
    answer.addProperty("expires_in", tokens.lifetime().toSeconds());
    answer.addProperty("scope", words(grant.scopes()));
    if (subjects.told()) {
      answer.addProperty("sub", grant.subject());
    }
    return answer;
  }

  private static String words(Set<String> scopes) {
    return String.join(" ", new TreeSet<>(scopes));
  }
}
