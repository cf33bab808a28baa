package io.kpiwidget.sandbox;

import io.kpiwidget.sandbox.floor.CentreBlueprint;
import io.kpiwidget.sandbox.floor.Floor;
import io.kpiwidget.sandbox.platform.Centre;
import io.kpiwidget.sandbox.platform.Facts;
import io.kpiwidget.sandbox.platform.Platform;
import io.kpiwidget.sandbox.platform.TimeMap;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * A running sandbox: a simulated contact centre behind the guide's dialect on three loopback ports.
 * Close it to free them.
 */
public final class Sandbox implements AutoCloseable {
  private static final String CLIENT_ID = "kpi-widget-desktop";

  /** An agent one can sign in as. */
  public record SampleAgent(String id, String name, List<String> queues) {
    public SampleAgent {
      queues = List.copyOf(queues);
    }
  }

  private final Platform platform;
  private final String secret;
  private final List<SampleAgent> agents;

  private Sandbox(Platform platform, String secret, List<SampleAgent> agents) {
    this.platform = platform;
    this.secret = secret;
    this.agents = agents;
  }

  /** Blocks until the day so far has been simulated and the ports listen, about a second. */
  public static Sandbox start(SandboxOptions options) {
    var start = options.clock().instant().toEpochMilli();
    var place =
        options
            .zone()
            .map(zone -> new Daylight.Place(zone, zone))
            .orElseGet(() -> Daylight.at(options.clock().instant()));
    var blueprint = CentreBlueprint.at(start, place.zone(), place.neighbour());
    var facts = new Facts();
    var floor = new Floor(blueprint, options.seed(), start, Floor.usualHistory(), facts);
    floor.advanceTo(start);
    var secret = secret();
    var settings =
        new Platform.Settings(
            CLIENT_ID,
            secret,
            options.tokenLifetime(),
            options.requestsPerMinute(),
            options.maxAgeSeconds(),
            place.zone());
    var ports = new Platform.Ports(options.apiPort(), options.shellPort(), options.controlPort());
    var centre = new Centre(floor, facts, new TimeMap(start, options.speed()), options.clock());
    var agents =
        blueprint.agents().stream()
            .map(agent -> new SampleAgent(agent.id(), agent.name(), agent.queues()))
            .toList();
    return new Sandbox(new Platform(centre, settings, ports), secret, agents);
  }

  private static String secret() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public URI api() {
    return platform.api();
  }

  public URI shell() {
    return platform.shell();
  }

  public URI control() {
    return platform.control();
  }

  public String clientId() {
    return CLIENT_ID;
  }

  public String clientSecret() {
    return secret;
  }

  /** All agents; the first ones work a long morning and have figures at any time of day. */
  public List<SampleAgent> agents() {
    return agents;
  }

  /** Stops the servers. Idempotent. */
  @Override
  public void close() {
    platform.close();
  }
}
