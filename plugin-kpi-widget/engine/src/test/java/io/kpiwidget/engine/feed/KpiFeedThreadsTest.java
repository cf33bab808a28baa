package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.SecretValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed on its own threads and the real clock. */
final class KpiFeedThreadsTest {

  @TempDir private Path folder;

  private final LinkedBlockingQueue<FeedState> states = new LinkedBlockingQueue<>();
  private final List<String> listenerThreads = new CopyOnWriteArrayList<>();

  @Test
  void figures_arriveOnTheFeedsOwnDaemonThread_andNothingOfItIsLeft() throws Exception {
    try (var platform = new FakePlatform()) {
      var feed = open(platform);
      feed.agent(FeedHarness.agent("ann"));
      feed.showing(true);
      assertThat(awaitLive().snapshot().agentName()).isEqualTo("Name of ann");
      assertThat(ours()).isNotEmpty().allMatch(Thread::isDaemon);

      feed.close();
      feed.close();

      await(() -> ours().isEmpty());
      assertThat(listenerThreads).containsOnly("kpi-widget-feed-1");
    }
  }

  @Test
  void close_whileThePlatformIsSilent_doesNotWaitForIt() throws Exception {
    try (var platform = new FakePlatform()) {
      platform.next(
          FeedHarness.TOKEN,
          new mockwebserver3.MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
      var feed = open(platform);
      feed.agent(FeedHarness.agent("ann"));
      feed.showing(true);
      await(() -> platform.count(FeedHarness.TOKEN) == 1);

      feed.close();

      await(() -> ours().isEmpty());
    }
  }

  @Test
  void afterClose_everyMethodIsHarmless() throws Exception {
    try (var platform = new FakePlatform()) {
      var feed = open(platform);
      feed.close();

      feed.agent(FeedHarness.agent("ann"));
      feed.showing(true);
      feed.refresh();

      assertThat(feed.metrics().requests()).isEmpty();
      await(() -> ours().isEmpty());
      assertThat(platform.asked).isEmpty();
    }
  }

  @Test
  void listenerThatThrows_doesNotStopTheFeed() throws Exception {
    try (var platform = new FakePlatform();
        var feed = open(platform)) {
      throwing = true;
      feed.agent(FeedHarness.agent("ann"));
      feed.showing(true);

      assertThat(awaitLive().trouble()).isEmpty();
    }
  }

  private boolean throwing;

  private KpiFeed open(FakePlatform platform) throws Exception {
    var file =
        Files.writeString(
            folder.resolve("c.json"),
            """
            {"platform": {"api": "%1$s"},
             "token": {"source": "client_credentials", "url": "%1$s/v2/oauth/token",
                       "clientId": "c", "clientSecret": {"desktop": "kpi.secret"}}}
            """
                .formatted(platform.url()));
    return KpiFeed.open(WidgetConfig.load(file), new Desk(), new Ears());
  }

  private FeedState.Live awaitLive() throws InterruptedException {
    while (true) {
      var state = states.poll(10, TimeUnit.SECONDS);
      assertThat(state).as("a state within 10 s").isNotNull();
      if (state instanceof FeedState.Live live) {
        return live;
      }
    }
  }

  private static List<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("kpi-widget-"))
        .toList();
  }

  private static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private final class Ears implements KpiFeed.Listener {
    @Override
    public void state(FeedState state) {
      listenerThreads.add(Thread.currentThread().getName());
      states.add(state);
      if (throwing) {
        throw new IllegalStateException("a listener's bug, as the test wants it");
      }
    }

    @Override
    public void token(@Nullable SecretValue token, Duration remaining) {
      listenerThreads.add(Thread.currentThread().getName());
    }
  }

  private static final class Desk implements KpiFeed.Surroundings {
    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public @Nullable String environment(String name) {
      return null;
    }

    @Override
    public @Nullable String setting(String name) {
      return name.equals("kpi.secret") ? "s3cret" : null;
    }

    @Override
    public @Nullable SecretValue desktopToken(Agent agent) {
      return null;
    }
  }
}
