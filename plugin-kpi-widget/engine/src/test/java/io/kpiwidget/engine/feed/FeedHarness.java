package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.ConfigException;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A feed on virtual time against {@link FakePlatform}, and what its listener heard. */
final class FeedHarness implements AutoCloseable, KpiFeed.Listener, KpiFeed.Surroundings {

  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final String QUERY = "/v2/analytics/query";
  static final String TOKEN = "/v2/oauth/token";
  static final String PERMISSIONS = "/v2/users/me/permissions";

  /** Chance that always says one half: no round comes early or late. */
  private static final RandomGenerator MIDDLE = () -> Long.MIN_VALUE;

  final FakePlatform platform = new FakePlatform();
  final VirtualThreads threads = new VirtualThreads(NOON);
  final List<FeedState> states = new ArrayList<>();
  final List<String> tokens = new ArrayList<>();
  final Map<String, String> environment = new HashMap<>(Map.of("SECRET", "s3cret"));
  final KpiFeed feed;
  private final Hub hub;
  private final Optional<Path> dataDir;

  @Nullable SecretValue desktopToken;

  FeedHarness() throws IOException {
    this("");
  }

  FeedHarness(String more) throws IOException {
    this(more, Optional.empty());
  }

  /** A desktop with a folder of its own. */
  FeedHarness(String more, Optional<Path> dataDir) throws IOException {
    this.dataDir = dataDir;
    var config = config(more);
    hub = Hub.open(config, KpiFeeds.door(config, this, MIDDLE), this, threads, MIDDLE);
    feed = hub.feed(config, this);
  }

  /** The feed of one more widget at the same desk; none where it cannot join. */
  Optional<KpiFeed> another(String more, KpiFeed.Listener listener) throws IOException {
    return hub.join(config(more), listener);
  }

  private WidgetConfig config(String more) throws IOException {
    var file = Files.createTempFile("kpi-widget", ".json");
    try {
      var token =
          more.contains("\"token\"")
              ? ""
              : """
                , "token": {"source": "client_credentials", "url": "%s/v2/oauth/token",
                            "clientId": "c", "clientSecret": {"env": "SECRET"}}
                """
                  .formatted(platform.url());
      Files.writeString(
          file,
          "{\"platform\": {\"api\": \"%s\", \"shell\": \"http://127.0.0.1:9\"}%s%s}"
              .formatted(platform.url(), token, more));
      return WidgetConfig.load(file);
    } catch (ConfigException e) {
      throw new AssertionError(e);
    } finally {
      Files.delete(file);
    }
  }

  static Agent agent(String id, String... queues) {
    return new Agent(id, "", List.of(queues), Locale.UK, Optional.empty());
  }

  /** Signs in, looks, and waits for the first round. */
  FeedHarness watching(String agentId) {
    feed.agent(agent(agentId));
    feed.showing(true);
    threads.settle();
    return this;
  }

  void pass(long seconds) {
    threads.advance(Duration.ofSeconds(seconds));
  }

  FeedState last() {
    return states.get(states.size() - 1);
  }

  FeedState.Live live() {
    if (last() instanceof FeedState.Live live) {
      return live;
    }
    throw new AssertionError("not live: " + last());
  }

  Trouble trouble() {
    if (last() instanceof FeedState.Unavailable unavailable) {
      return unavailable.trouble();
    }
    throw new AssertionError("not unavailable: " + last());
  }

  KpiSnapshot.Kpi kpi(String id) {
    return live().snapshot().kpis().stream()
        .filter(kpi -> kpi.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void state(FeedState state) {
    states.add(state);
  }

  @Override
  public void token(@Nullable SecretValue token, Duration remaining) {
    tokens.add(token == null ? "none" : token.reveal());
  }

  @Override
  public Clock clock() {
    return threads.clock();
  }

  @Override
  public long nanoTime() {
    return threads.nanos();
  }

  @Override
  public @Nullable String environment(String name) {
    return environment.get(name);
  }

  @Override
  public @Nullable String setting(String name) {
    return null;
  }

  @Override
  public Optional<Path> dataDir() {
    return dataDir;
  }

  @Override
  public @Nullable SecretValue desktopToken(Agent agent) {
    return desktopToken;
  }

  @Override
  public void close() {
    feed.close();
    threads.settle();
    platform.close();
  }
}
