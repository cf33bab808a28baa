package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpCall;

/**
 * What makes two questions the same: the platform, who asks with which permissions, and the body as
 * it is sent. Never the token, which changes by the hour.
 */
public record QueryKey(String tenant, String agentId, String permissions, String body) {

  /** The dialect writes members and values in one order, so equal questions are equal bodies. */
  public static QueryKey of(String tenant, String agentId, String permissions, HttpCall call) {
    var body = call.content().map(HttpCall.Content::text).orElse("");
    return new QueryKey(tenant, agentId, permissions, call + " " + body);
  }
}
