package io.kpiwidget.engine.token;

import java.io.UncheckedIOException;
import java.time.Duration;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.CachedSupplier.StaleValueBehavior;
import software.amazon.awssdk.utils.cache.RefreshResult;

/** AWS' cache of credentials, set as its STS provider sets it. It is never told about a 401. */
final class Aws implements Contestant {

  private static final Duration PREFETCH = Duration.ofMinutes(5);
  private static final Duration STALE = Duration.ofMinutes(1);

  private final World world;
  private final CachedSupplier<String> cache;

  Aws(World world, StaleValueBehavior stale) {
    this.world = world;
    this.cache =
        CachedSupplier.builder(this::fetch)
            .clock(world.hands().clock())
            .staleValueBehavior(stale)
            .build();
    Seam.set(cache, CachedSupplier.class, "jitterRandom", world.random());
  }

  private RefreshResult<String> fetch() {
    try {
      var now = world.hands().clock().instant();
      var grant = PlainGrant.from(world.server());
      var ends = now.plus(grant.lifetime());
      return RefreshResult.builder(grant.token())
          .prefetchTime(ends.minus(PREFETCH))
          .staleTime(ends.minus(STALE))
          .build();
    } catch (RefusedException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String serve() {
    return cache.get();
  }

  @Override
  public String token() {
    return serve();
  }

  @Override
  public void call() {
    world.server().api(serve());
  }

  @Override
  public boolean hearsRefusals() {
    return false;
  }
}
