package io.kpiwidget.engine.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The guide's sentence taken literally: a token is used for {@code expires_in - 300} seconds. */
final class Seed implements Contestant {

  private static final Duration BUFFER = Duration.ofMinutes(5);

  private final World world;
  private @Nullable String token;
  private Instant until = Instant.MIN;

  Seed(World world) {
    this.world = world;
  }

  @Override
  public String serve() throws RefusedException {
    var now = world.hands().clock().instant();
    if (token == null || !now.isBefore(until)) {
      var grant = PlainGrant.from(world.server());
      token = grant.token();
      until = now.plus(grant.lifetime()).minus(BUFFER);
    }
    return token;
  }

  @Override
  public String token() throws RefusedException {
    return serve();
  }

  @Override
  public void call() throws RefusedException {
    world.server().api(serve());
  }

  @Override
  public boolean hearsRefusals() {
    return false;
  }
}
