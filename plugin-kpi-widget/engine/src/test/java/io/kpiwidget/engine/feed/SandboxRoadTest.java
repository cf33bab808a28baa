package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.sandbox.Sandbox;
import io.kpiwidget.sandbox.Sandbox.SampleAgent;
import io.kpiwidget.sandbox.SandboxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road against the sandbox, whose floor stands still so that figures can be compared. */
final class SandboxRoadTest implements KpiFeed.Listener, KpiFeed.Surroundings {

  private static final Set<String> OF_QUEUES = Set.of("waiting", "longestWait", "serviceLevel");

  @TempDir private Path folder;

  private final LinkedBlockingQueue<FeedState> states = new LinkedBlockingQueue<>();
  private String secret = "";

  @Test
  void figures_areTheTruth_forOneAgentAndThenAnother() throws Exception {
    try (var sandbox = Sandbox.start(SandboxOptions.defaults().seed(7).speed(0));
        var feed = open(sandbox)) {
      feed.showing(true);
      for (var agent : sandbox.agents().subList(0, 2)) {
        feed.agent(agent(agent));

        var snapshot = awaitLiveOf(agent.name());

        assertThat(snapshot.queues())
            .extracting(KpiSnapshot.QueueRow::id)
            .containsExactlyInAnyOrderElementsOf(agent.queues());
        assertThat(snapshot.trends()).hasSize(1);
        assertTrue(snapshot, truth(sandbox, agent));
      }
    }
  }

  private static void assertTrue(KpiSnapshot snapshot, JsonObject truth) {
    for (var kpi : snapshot.kpis()) {
      var of = OF_QUEUES.contains(kpi.id()) ? "mine" : "kpis";
      var expected = truth.getAsJsonObject(of).get(kpi.id());
      if (expected == null || expected.isJsonNull()) {
        assertThat(kpi.value()).as(kpi.id()).isEqualTo(new KpiValue.NoData());
      } else {
        assertThat(kpi.value()).as(kpi.id()).isInstanceOf(KpiValue.Number.class);
        // waits go on by the wall clock, and both were read within seconds
        double near = kpi.id().equals("longestWait") ? 5 : 0.01;
        assertThat(((KpiValue.Number) kpi.value()).value())
            .as(kpi.id())
            .isCloseTo(expected.getAsDouble(), within(near));
      }
    }
  }

  private static JsonObject truth(Sandbox sandbox, SampleAgent agent) throws Exception {
    var uri = sandbox.control().resolve("/control/truth?agent=" + agent.id());
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    return JsonParser.parseString(answer.body())
        .getAsJsonObject()
        .getAsJsonObject("agents")
        .getAsJsonObject(agent.id());
  }

  private KpiSnapshot awaitLiveOf(String name) throws InterruptedException {
    while (true) {
      var state = states.poll(20, TimeUnit.SECONDS);
      assertThat(state).as("a state within 20 s").isNotNull();
      assertThat(state).isNotInstanceOf(FeedState.Unavailable.class);
      if (state instanceof FeedState.Live live) {
        assertThat(live.snapshot().agentName()).isEqualTo(name);
        return live.snapshot();
      }
    }
  }

  private KpiFeed open(Sandbox sandbox) throws Exception {
    secret = sandbox.clientSecret();
    var file =
        Files.writeString(
            folder.resolve("kpi-widget.json"),
            """
            {"platform": {"api": "%1$s", "shell": "%2$s"},
             "token": {"source": "client_credentials", "url": "%1$s/v2/oauth/token",
                       "clientId": "%3$s", "clientSecret": {"env": "KPI_WIDGET_CLIENT_SECRET"}}}
            """
                .formatted(base(sandbox.api()), base(sandbox.shell()), sandbox.clientId()));
    return KpiFeed.open(WidgetConfig.load(file), this, this);
  }

  private static String base(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private static Agent agent(SampleAgent agent) {
    return new Agent(agent.id(), agent.name(), agent.queues(), Locale.UK, Optional.empty());
  }

  @Override
  public void state(FeedState state) {
    states.add(state);
  }

  @Override
  public void token(@Nullable SecretValue token, Duration remaining) {}

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public @Nullable String environment(String name) {
    return secret;
  }

  @Override
  public @Nullable String setting(String name) {
    return null;
  }

  @Override
  public @Nullable SecretValue desktopToken(Agent agent) {
    return null;
  }
}
