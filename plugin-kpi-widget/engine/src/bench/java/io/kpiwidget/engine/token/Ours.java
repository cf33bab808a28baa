package io.kpiwidget.engine.token;

import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import io.kpiwidget.engine.platform.GuideDialect;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our refresher as the widget uses it: the guide's grant and dialect, the subject checked. */
final class Ours implements Contestant {

  private static final URI API = URI.create("https://api.example");

  private final GuideDialect dialect = new GuideDialect(API);
  private final TokenRefresher refresher;
  private final SignedPlatform signed;

  Ours(World world) {
    var platform = new ServerPlatform(world, dialect);
    this.refresher =
        new TokenRefresher(
            source(platform, world.hands()),
            new SubjectCheck(platform, dialect, Server.AGENT),
            setup(world));
    this.signed = new SignedPlatform(platform, refresher);
  }

  private TokenSource source(ServerPlatform platform, Time hands) {
    var config =
        new ClientCredentials(
            URI.create("https://login.example/token"),
            "client",
            new SecretRef(SecretRef.Place.DESKTOP, "secret"),
            List.of("analytics"),
            true);
    var desk = new SecretDesk();
    return new TokenSources(platform, hands, Runnable::run, desk).of(config, Server.AGENT);
  }

  private record SecretDesk() implements TokenSources.Desk {

    @Override
    public @Nullable SecretValue token() {
      return null;
    }

    @Override
    public String secret(SecretRef ref) {
      return "secret";
    }

    @Override
    public void openBrowser(URI link) {
      throw new AssertionError("nobody signs in here");
    }
  }

  // background work is done on the spot: an answer takes no time, and each run is the same
  private static TokenRefresher.Setup setup(World world) {
    return new TokenRefresher.Setup(
        world.hands(),
        Runnable::run,
        (delay, work) -> world.later().apply(delay, work),
        () -> true,
        world.random(),
        (token, remaining) -> {});
  }

  @Override
  public SecretValue serve() throws PlatformException {
    return refresher.token();
  }

  @Override
  public String token() throws PlatformException {
    return serve().reveal();
  }

  @Override
  public void call() throws PlatformException {
    signed.exchange(dialect.permissions());
  }
}
