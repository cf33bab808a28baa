package io.kpiwidget.sandbox;

import io.kpiwidget.sandbox.platform.Platform.Limits;
import io.kpiwidget.sandbox.platform.Platform.Ports;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** How a sandbox is started; each method returns a copy with one thing changed. */
public record SandboxOptions(Ports ports, Simulation simulation, Limits limits) {
  /**
   * The simulated centre.
   *
   * @param speed simulated seconds per second from the start on; 0 freezes the floor
   * @param clock the time, and by its zone the place of the centre while it is day there
   * @param zone where all agents live, whatever the hour there
   */
  public record Simulation(double speed, long seed, Clock clock, Optional<ZoneId> zone) {
    public Simulation {
      if (!(speed >= 0) || speed > 100_000) {
        throw new IllegalArgumentException("speed is not between 0 and 100000: " + speed);
      }
    }
  }

  /** Free ports, real time, seed 1, tokens for an hour, 300 requests per minute. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        new Ports(0, 0, 0),
        new Simulation(1, 1, Clock.systemUTC(), Optional.empty()),
        new Limits(Duration.ofHours(1), "", 300, 5));
  }

  public SandboxOptions ports(int api, int shell, int control) {
    return new SandboxOptions(new Ports(api, shell, control), simulation, limits);
  }

  public SandboxOptions speed(double next) {
    return with(new Simulation(next, simulation.seed, simulation.clock, simulation.zone));
  }

  public SandboxOptions seed(long next) {
    return with(new Simulation(simulation.speed, next, simulation.clock, simulation.zone));
  }

  public SandboxOptions clock(Clock next) {
    return with(new Simulation(simulation.speed, simulation.seed, next, simulation.zone));
  }

  public SandboxOptions zone(ZoneId next) {
    return with(
        new Simulation(simulation.speed, simulation.seed, simulation.clock, Optional.of(next)));
  }

  public SandboxOptions tokenLifetime(Duration next) {
    return with(
        new Limits(next, limits.tokenPrefix(), limits.requestsPerMinute(), limits.maxAgeSeconds()));
  }

  /** How every token and code begins, so that a search finds each copy of one. */
  public SandboxOptions tokenPrefix(String next) {
    return with(
        new Limits(
            limits.tokenLifetime(), next, limits.requestsPerMinute(), limits.maxAgeSeconds()));
  }

  public SandboxOptions requestsPerMinute(int next) {
    return with(
        new Limits(limits.tokenLifetime(), limits.tokenPrefix(), next, limits.maxAgeSeconds()));
  }

  /** What {@code Cache-Control: max-age} says on query answers. */
  public SandboxOptions maxAgeSeconds(long next) {
    return with(
        new Limits(limits.tokenLifetime(), limits.tokenPrefix(), limits.requestsPerMinute(), next));
  }

  private SandboxOptions with(Simulation next) {
    return new SandboxOptions(ports, next, limits);
  }

  private SandboxOptions with(Limits next) {
    return new SandboxOptions(ports, simulation, next);
  }
}
