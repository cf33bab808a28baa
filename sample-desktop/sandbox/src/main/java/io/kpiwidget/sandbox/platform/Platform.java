package io.kpiwidget.sandbox.platform;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import io.kpiwidget.sandbox.truth.Truth;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

/** The platform's three servers: API, widget shell and control; loopback only. */
public final class Platform implements AutoCloseable {
  /** What the platform is set up with. */
  public record Settings(
      String clientId,
      String clientSecret,
      Duration tokenLifetime,
      int requestsPerMinute,
      long maxAgeSeconds,
      ZoneId zone) {
    @Override
    public String toString() {
      return "Settings[clientId=" + clientId + "]";
    }
  }

  /** Ports, 0 for any free one. */
  public record Ports(int api, int shell, int control) {}

  private final HttpSide api;
  private final HttpSide shell;
  private final HttpSide control;
  private final URI apiUri;
  private final URI shellUri;
  private final URI controlUri;

  /** Starts the servers. Blocks until they listen. */
  public Platform(Centre centre, Settings settings, Ports ports) {
    var clock = centre.clock();
    var serverClock = new ServerClock(clock);
    var tokens = new Tokens(clock, settings.tokenLifetime());
    var faults = new Faults(clock);
    var ledger = new Ledger();
    var people = new People(centre, settings.clientId());
    var gate = new Gate(tokens, new RateLimit(clock, settings.requestsPerMinute()), people);
    var dialect =
        new GuideDialect(
            new QueryAnswers(centre, serverClock), serverClock, settings.maxAgeSeconds());
    var token =
        new TokenEndpoint(
            tokens,
            people,
            centre,
            new TokenEndpoint.Client(settings.clientId(), settings.clientSecret()));
    var shared = new HttpSide.Shared(faults, ledger, tokens, serverClock, clock);
    api = new HttpSide("api", shared);
    shell = new HttpSide("shell", shared);
    control = new HttpSide("control", shared);
    api.platform(POST, "/v2/oauth/token", token);
    guide(api, gate, dialect);
    guide(shell, gate, dialect);
    new ShellPage().on(shell);
    control(
        new Control(centre, people, tokens, faults, serverClock, new Truth(settings.zone())),
        token,
        ledger);
    apiUri = api.start(ports.api());
    shellUri = shell.start(ports.shell());
    controlUri = control.start(ports.control());
  }

  private static void guide(HttpSide side, Gate gate, GuideDialect dialect) {
    side.platform(
        POST, "/v2/analytics/widgets", gate.open("analytics:view", dialect::createWidget));
    side.platform(GET, "/v2/analytics/widgets/{id}", gate.open("analytics:view", dialect::widget));
    side.platform(POST, "/v2/analytics/query", gate.open("analytics:view", dialect::query));
    side.platform(GET, "/v2/analytics/timezones", gate.open("analytics:view", dialect::timezones));
    side.platform(GET, "/v2/users/me/permissions", gate.open("user:read", dialect::permissions));
    side.platform(GET, "/v2/users/{id}/queues", gate.open("user:read", dialect::queues));
    side.refuseTheRest();
  }

  private void control(Control switches, TokenEndpoint token, Ledger ledger) {
    control.plain(GET, "/control/truth", switches::truth);
    control.plain(
        GET, "/control/ledger", call -> Reply.json(200, ledger.since(call.number("since", 0))));
    control.plain(POST, "/control/fault", switches::fault);
    control.plain(DELETE, "/control/fault", switches::clearFaults);
    control.plain(POST, "/control/token-lifetime", switches::tokenLifetime);
    control.plain(POST, "/control/revoke", switches::revoke);
    control.plain(POST, "/control/clock-skew", switches::clockSkew);
    control.plain(POST, "/control/down", switches::down);
    control.plain(POST, "/control/agents/{id}/queues", switches::queues);
    control.plain(POST, "/control/agents/{id}/permissions", switches::permissions);
    control.plain(POST, "/control/queues/{id}/decommission", switches::decommission);
    control.plain(
        POST,
        "/control/subject",
        call -> {
          token.mode(Control.mode(call.json()));
          return Reply.noContent();
        });
    control.refuseTheRest();
  }

  public URI api() {
    return apiUri;
  }

  public URI shell() {
    return shellUri;
  }

  public URI control() {
    return controlUri;
  }

  @Override
  public void close() {
    api.stop();
    shell.stop();
    control.stop();
  }
}
