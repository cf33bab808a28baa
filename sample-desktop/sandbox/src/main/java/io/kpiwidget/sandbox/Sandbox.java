package io.kpiwidget.sandbox;

import io.kpiwidget.sandbox.floor.AgentSpec;
import io.kpiwidget.sandbox.floor.Blueprint;
import io.kpiwidget.sandbox.floor.CentreBlueprint;
import io.kpiwidget.sandbox.floor.Floor;
import io.kpiwidget.sandbox.floor.Shift;
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
  /** The client that signs agents in by their own browser and keeps no secret. */
  public static final String PUBLIC_CLIENT_ID = Platform.PUBLIC_CLIENT_ID;

  /** The one API that exchanged tokens are for. */
  public static final String AUDIENCE = Platform.AUDIENCE;

  private static final String CLIENT_ID = "kpi-widget-desktop";

  /** An agent one can sign in as; skills are sorted. */
  public record SampleAgent(
      String id, String name, List<String> queues, List<String> skills, SampleShift shift) {
    public SampleAgent {
      queues = List.copyOf(queues);
      skills = List.copyOf(skills);
    }
  }

  /** The agent's first shift by the wall clock, both ends in ISO 8601. */
  public record SampleShift(String start, String end) {
    private static SampleShift of(Shift shift, TimeMap time) {
      return new SampleShift(
          time.wall(shift.beginsAt(time.start())).toString(),
          time.wall(shift.endsAt(time.start())).toString());
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
    var simulation = options.simulation();
    var start = simulation.clock().instant().toEpochMilli();
    var place = Daylight.of(simulation);
    var blueprint = CentreBlueprint.at(start, place.zone(), place.neighbour());
    var secret = secret();
    var settings = new Platform.Settings(CLIENT_ID, secret, options.limits(), place.zone());
    var platform = new Platform(centre(blueprint, simulation, start), settings, options.ports());
    return new Sandbox(
        platform, secret, samples(blueprint, new TimeMap(start, simulation.speed())));
  }

  private static Centre centre(
      Blueprint blueprint, SandboxOptions.Simulation simulation, long start) {
    var facts = new Facts();
    var floor = new Floor(blueprint, simulation.seed(), start, Floor.usualHistory(), facts);
    floor.advanceTo(start);
    return new Centre(floor, facts, new TimeMap(start, simulation.speed()), simulation.clock());
  }

  private static List<SampleAgent> samples(Blueprint blueprint, TimeMap time) {
    return blueprint.agents().stream().map(agent -> sample(agent, time)).toList();
  }

  private static SampleAgent sample(AgentSpec agent, TimeMap time) {
    return new SampleAgent(
        agent.id(),
        agent.name(),
        agent.queues(),
        agent.skills().stream().sorted().toList(),
        SampleShift.of(agent.shift(), time));
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

  /** All agents; the first six are on queue at the start and for two hours of simulated time. */
  public List<SampleAgent> agents() {
    return agents;
  }

  /** Stops the servers. Idempotent. */
  @Override
  public void close() {
    platform.close();
  }
}
