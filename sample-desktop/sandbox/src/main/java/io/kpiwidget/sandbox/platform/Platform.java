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
  public static final String PUBLIC_CLIENT_ID = Client.PUBLIC;
  public static final String AUDIENCE = TokenExchange.AUDIENCE;

  /** What the platform is set up with. */
  public record Settings(String clientId, String clientSecret, Limits limits, ZoneId zone) {
    @Override
    public String toString() {
      return "Settings[clientId=" + clientId + "]";
    }
  }

  /**
   * What tokens and answers are good for.
   *
   * @param tokenPrefix how each token and code begins; letters, digits and {@code - . _ ~}
   * @param requestsPerMinute for each token
   */
  public record Limits(
      Duration tokenLifetime, String tokenPrefix, int requestsPerMinute, long maxAgeSeconds) {
    public Limits {
      if (!tokenPrefix.matches("[A-Za-z0-9._~-]*")) {
        throw new IllegalArgumentException("tokenPrefix does not fit a header: " + tokenPrefix);
      }
    }
  }

  /** Ports, 0 for any free one. */
  public record Ports(int api, int shell, int control) {}

  private final HttpSide api;
  private final HttpSide shell;
  private final HttpSide control;

  /** Starts the servers. Blocks until they listen. */
  public Platform(Centre centre, Settings settings, Ports ports) {
    var clock = centre.clock();
    var limits = settings.limits();
    var serverClock = new ServerClock(clock);
    var secrets = new Secrets(limits.tokenPrefix());
    var tokens = new Tokens(secrets, clock, limits.tokenLifetime());
    var faults = new Faults(clock);
    var people = new People(centre, settings.clientId());
    var gate = new Gate(tokens, new RateLimit(clock, limits.requestsPerMinute()), people);
    var widgets = new Widgets();
    var dialect =
        new GuideDialect(
            new QueryAnswers(centre, serverClock), serverClock, widgets, limits.maxAgeSeconds());
    var parties = parties(centre, settings, people, new DesktopSessions(tokens));
    var shared = new HttpSide.Shared(faults, new Ledger(), tokens, serverClock, clock);
    api = new HttpSide("api", shared);
    shell = new HttpSide("shell", shared);
    control = new HttpSide("control", shared);
    new AuthorizationServer(parties, secrets, tokens, api::uri).on(api);
    guide(api, gate, dialect);
    guide(shell, gate, dialect);
    new ShellPage().on(shell);
    control(new Control(centre, parties, shared, widgets, new Truth(settings.zone())));
    api.start(ports.api());
    shell.start(ports.shell());
    control.start(ports.control());
  }

  private static AuthorizationServer.Parties parties(
      Centre centre, Settings settings, People people, DesktopSessions sessions) {
    return new AuthorizationServer.Parties(
        new Client(settings.clientId(), settings.clientSecret()),
        people,
        new Subjects(centre, settings.clientId()),
        sessions);
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

  private void control(Control switches) {
    control.plain(GET, "/control/truth", switches::truth);
    control.plain(GET, "/control/ledger", switches::ledger);
    control.plain(POST, "/control/fault", switches::fault);
    control.plain(DELETE, "/control/fault", switches::clearFaults);
    control.plain(POST, "/control/token-lifetime", switches::tokenLifetime);
    control.plain(POST, "/control/revoke", switches::revoke);
    control.plain(POST, "/control/clock-skew", switches::clockSkew);
    control.plain(POST, "/control/down", switches::down);
    control.plain(POST, "/control/agents/{id}/queues", switches::queues);
    control.plain(POST, "/control/agents/{id}/permissions", switches::permissions);
    control.plain(POST, "/control/queues/{id}/decommission", switches::decommission);
    control.plain(DELETE, "/control/widgets/{id}", switches::forgetWidget);
    control.plain(DELETE, "/control/widgets", switches::forgetWidgets);
    control.plain(POST, "/control/session", switches::openSession);
    control.plain(DELETE, "/control/session", switches::closeSession);
    control.plain(POST, "/control/subject", switches::subject);
    control.refuseTheRest();
  }

  public URI api() {
    return api.uri();
  }

  public URI shell() {
    return shell.uri();
  }

  public URI control() {
    return control.uri();
  }

  @Override
  public void close() {
    api.stop();
    shell.stop();
    control.stop();
  }
}
