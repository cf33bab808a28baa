package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformDialect;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.TokenAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The simulated server as the engine's platform: what HTTP is else there for. */
record ServerPlatform(World world, PlatformDialect dialect) implements Platform {

  @Override
  public HttpAnswer exchange(HttpCall call) throws PlatformException {
    var sent = world.hands().now();
    var reply =
        call.kind() == HttpCall.Kind.TOKEN
            ? world.server().token()
            : world.server().api(GoogleTransport.bearer(call.headers().get("Authorization")));
    var headers =
        reply.headers().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), e -> e.getValue()));
    var answer = new HttpAnswer(reply.status(), headers, reply.body(), sent, now());
    if (answer.isSuccess()) {
      return answer;
    }
    throw refused(call, answer);
  }

  private PlatformException refused(HttpCall call, HttpAnswer answer) {
    Optional<Duration> wait =
        answer.header("Retry-After").map(Long::parseLong).map(Duration::ofSeconds);
    if (answer.status() == 429) {
      return new PlatformException.RateLimited(wait.orElseThrow());
    }
    if (answer.status() >= 500) {
      return new PlatformException.Unreachable(call + ": " + answer.status(), null, wait);
    }
    return call.kind() == HttpCall.Kind.TOKEN
        ? TokenAnswer.failure(call, answer)
        : dialect.failure(call, answer);
  }

  @Override
  public Instant now() {
    return world.hands().clock().instant();
  }
}
