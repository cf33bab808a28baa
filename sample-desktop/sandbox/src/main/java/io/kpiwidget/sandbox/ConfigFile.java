package io.kpiwidget.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plugin's {@code kpi-widget.json} for a sandbox, without any secret in it. */
record ConfigFile(View view, TokenPart token, Optional<ShellToken> shellToken, int panels) {
  static final int MOST_PANELS = 2;
  private static final List<String> SCOPES = List.of("analytics:view", "user:read");

  private static final List<String> BOARD =
      List.of("waiting", "longestWait", "serviceLevel", "aht", "handled", "occupancy");

  /** What the browser shows. */
  enum View {
    kpi,
    platform
  }

  /** Where the plugin's tokens come from. */
  enum TokenPart {
    client_credentials,
    desktop,
    broker,
    browser
  }

  /** How the platform's own widget gets its token. */
  enum ShellToken {
    header,
    post,
    fragment
  }

  Map<String, Object> json(Sandbox sandbox) {
    var json = new LinkedHashMap<String, Object>();
    json.put("platform", platform(sandbox));
    json.put("token", token(sandbox));
    json.put("view", view.name());
    if (panels > 1) {
      json.put("widgets", List.of(Map.of("name", "My figures"), board()));
    }
    return json;
  }

  /** The standard widget's figures without its limits: both widgets have the same questions. */
  private static Map<String, Object> board() {
    return Map.of(
        "name", "Board", "metrics", BOARD.stream().map(kpi -> Map.of("kpi", kpi)).toList());
  }

  private Map<String, Object> platform(Sandbox sandbox) {
    var platform = new LinkedHashMap<String, Object>();
    platform.put("dialect", "guide");
    platform.put("api", sandbox.api().toString());
    platform.put("shell", sandbox.shell().toString());
    shellToken.ifPresent(way -> platform.put("shellToken", way.name()));
    return platform;
  }

  private Map<String, Object> token(Sandbox sandbox) {
    var part = new LinkedHashMap<String, Object>();
    part.put("source", token.name());
    switch (token) {
      case desktop -> {}
      case client_credentials -> clientCredentials(part, sandbox);
      case broker -> broker(part, sandbox);
      case browser -> browser(part, sandbox);
    }
    return part;
  }

  private static void clientCredentials(Map<String, Object> part, Sandbox sandbox) {
    part.put("url", address(sandbox, "token"));
    part.put("clientId", sandbox.clientId());
    part.put("clientSecret", Map.of("env", "KPI_WIDGET_CLIENT_SECRET"));
    part.put("scopes", SCOPES);
  }

  private static void broker(Map<String, Object> part, Sandbox sandbox) {
    part.put("url", address(sandbox, "token"));
    part.put("audience", Sandbox.AUDIENCE);
    part.put("scopes", SCOPES);
    part.put("revocationUrl", address(sandbox, "revoke"));
  }

  private static void browser(Map<String, Object> part, Sandbox sandbox) {
    part.put("authorizeUrl", address(sandbox, "authorize"));
    part.put("url", address(sandbox, "token"));
    part.put("clientId", Sandbox.PUBLIC_CLIENT_ID);
    part.put("scopes", SCOPES);
    part.put("issuer", sandbox.api().toString());
    part.put("revocationUrl", address(sandbox, "revoke"));
  }

  private static String address(Sandbox sandbox, String endpoint) {
    return sandbox.api().resolve("/v2/oauth/" + endpoint).toString();
  }
}
