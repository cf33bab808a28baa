package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.token.SubjectCheck;
import io.kpiwidget.engine.token.TokenEvents;
import io.kpiwidget.engine.token.TokenRefresher;
import io.kpiwidget.engine.token.TokenSource;
import io.kpiwidget.engine.token.TokenSources;
import java.net.URI;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts together what one agent's session needs. */
record SessionOpener(
    Setting setting, KpiFeed.Surroundings surroundings, Threads threads, RandomGenerator random) {

  SignedIn open(Agent agent) {
    return new SignedIn(setting, agent, events -> tokens(agent, events), threads::background);
  }

  private TokenRefresher tokens(Agent agent, TokenEvents events) {
    var check = new SubjectCheck(setting.platform(), setting.dialect(), agent.id());
    var setup =
        new TokenRefresher.Setup(
            setting.time(),
            threads::background,
            threads::later,
            surroundings::mayWait,
            random,
            events);
    return new TokenRefresher(source(agent), check, setup);
  }

  private TokenSource source(Agent agent) {
    var sources =
        new TokenSources(
            setting.platform(), setting.time(), threads::background, new Desk(surroundings, agent));
    return sources.of(setting.config().token(), agent.id());
  }

  private record Desk(KpiFeed.Surroundings surroundings, Agent agent) implements TokenSources.Desk {

    @Override
    public @Nullable SecretValue token() throws Exception {
      return surroundings.desktopToken(agent);
    }

    @Override
    public @Nullable String secret(SecretRef ref) {
      return ref.place() == SecretRef.Place.ENVIRONMENT
          ? surroundings.environment(ref.name())
          : surroundings.setting(ref.name());
    }

    @Override
    public void openBrowser(URI link) throws Exception {
      surroundings.openBrowser(link);
    }
  }
}
