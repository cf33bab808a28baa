package io.kpiwidget.engine.feed;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.SecretValue;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A desktop's process for {@link SecretsTest}: the feed as it is, and dumps of the heap when it is
 * told to. It learns no token but from its server.
 */
final class SignOutProbe implements KpiFeed.Listener, KpiFeed.Surroundings {

  private SignOutProbe() {}

  /** Arguments: the configuration file. Lines of standard input: sign-out, or dump and a file. */
  public static void main(String[] arguments) throws Exception {
    var probe = new SignOutProbe();
    var feed = KpiFeed.open(WidgetConfig.load(Path.of(arguments[0])), probe, probe);
    feed.agent(FeedHarness.agent("ann"));
    feed.showing(true);
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var order = orders.readLine(); order != null; order = orders.readLine()) {
      if (order.equals("sign-out")) {
        feed.agent(null);
      } else {
        dump(order.substring("dump ".length()));
        say("dumped");
      }
    }
    feed.close();
  }

  private static void dump(String file) throws Exception {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
  }

  private static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }

  @Override
  public void state(FeedState state) {
    say(state.getClass().getSimpleName());
  }

  @Override
  public void token(@Nullable SecretValue token, Duration remaining) {}

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
    return null;
  }

  // made anew each time, as a desktop's would come from elsewhere
  @Override
  public SecretValue desktopToken(Agent agent) {
    var bytes = Base64.getDecoder().decode(System.getProperty("probe.session"));
    return new SecretValue(new String(bytes, StandardCharsets.UTF_8));
  }
}
