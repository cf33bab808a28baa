package io.kpiwidget.engine.token;

import com.google.gson.JsonParser;
import java.time.Duration;

/** A token and its life, for the refreshers that leave the request to their user. */
record PlainGrant(String token, Duration lifetime) {

  static PlainGrant from(Server server) throws RefusedException {
    var reply = server.token();
    if (reply.status() != 200) {
      throw new RefusedException(reply.status());
    }
    var json = JsonParser.parseString(reply.body()).getAsJsonObject();
    return new PlainGrant(
        json.get("access_token").getAsString(),
        Duration.ofSeconds(json.get("expires_in").getAsLong()));
  }
}
