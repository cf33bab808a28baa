package io.kpiwidget.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How a sandbox is started; copies with one thing changed.
 *
 * @param speed simulated seconds per second from the start on; 0 freezes the floor
 * @param requestsPerMinute per token
 * @param zone where most agents live; by default a place where it is daytime, so that "today" has a
 *     history at any hour
 */
public record SandboxOptions(
    int apiPort,
    int shellPort,
    int controlPort,
    double speed,
    long seed,
    Duration tokenLifetime,
    int requestsPerMinute,
    long maxAgeSeconds,
    Clock clock,
    Optional<ZoneId> zone) {
  public SandboxOptions {
    if (!(speed >= 0) || speed > 100_000) {
      throw new IllegalArgumentException("speed is not between 0 and 100000: " + speed);
    }
  }

  /** Free ports, real time, seed 1, tokens for an hour, 300 requests per minute. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        0, 0, 0, 1, 1, Duration.ofHours(1), 300, 5, Clock.systemUTC(), Optional.empty());
  }

  public SandboxOptions ports(int api, int shell, int control) {
    return new SandboxOptions(
        api,
        shell,
        control,
        speed,
        seed,
        tokenLifetime,
        requestsPerMinute,
        maxAgeSeconds,
        clock,
        zone);
  }

  public SandboxOptions speed(double next) {
    return new SandboxOptions(
        apiPort,
        shellPort,
        controlPort,
        next,
        seed,
        tokenLifetime,
        requestsPerMinute,
        maxAgeSeconds,
        clock,
        zone);
  }

  public SandboxOptions seed(long next) {
    return new SandboxOptions(
        apiPort,
        shellPort,
        controlPort,
        speed,
        next,
        tokenLifetime,
        requestsPerMinute,
        maxAgeSeconds,
        clock,
        zone);
  }

  public SandboxOptions tokenLifetime(Duration next) {
    return new SandboxOptions(
        apiPort,
        shellPort,
        controlPort,
        speed,
        seed,
        next,
        requestsPerMinute,
        maxAgeSeconds,
        clock,
        zone);
  }

  public SandboxOptions requestsPerMinute(int next) {
    return new SandboxOptions(
        apiPort,
        shellPort,
        controlPort,
        speed,
        seed,
        tokenLifetime,
        next,
        maxAgeSeconds,
        clock,
        zone);
  }

  /** What {@code Cache-Control: max-age} says on query answers. */
  public SandboxOptions maxAgeSeconds(long next) {
    return new SandboxOptions(
        apiPort,
        shellPort,
        controlPort,
        speed,
        seed,
        tokenLifetime,
        requestsPerMinute,
        next,
        clock,
        zone);
  }

  public SandboxOptions clock(Clock next) {
    return new SandboxOptions(
        apiPort,
        shellPort,
        controlPort,
        speed,
        seed,
        tokenLifetime,
        requestsPerMinute,
        maxAgeSeconds,
        next,
        zone);
  }

  public SandboxOptions zone(ZoneId next) {
    return new SandboxOptions(
        apiPort,
        shellPort,
        controlPort,
        speed,
        seed,
        tokenLifetime,
        requestsPerMinute,
        maxAgeSeconds,
        clock,
        Optional.of(next));
  }
}
