package io.kpiwidget.desktop.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The soak's command line. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the sample desktop for a while and shows that no token leaves its place.")
final class SoakOptions {

  /** How the figures reach the browser. */
  enum Mode {
    /** The platform's widget; the browser process adds the header. */
    header(List.of("--view", "platform")),
    /** The platform's widget; the host page posts the token. */
    post(List.of("--view", "platform", "--shell-token", "post")),
    /** Our own view, which gets data and never a token. */
    kpi(List.of("--view", "kpi"));

    private final List<String> sandbox;

    Mode(List<String> sandbox) {
      this.sandbox = sandbox;
    }
  }

  /** Of the watched feed. */
  static final int PANELS = 2;

  /** How often the feed's window is shown, and hidden again. */
  static final int SHOWINGS = 4;

  /** Figures that are younger than 28 s need no refresh when they are shown again. */
  private static final double LEAST_MINUTES_OF_FEED = 5;

  @Parameters(paramLabel = "tokens|feed", description = "what is watched")
  private String what = "";

  @Option(names = "--minutes", description = "how long, default ${DEFAULT-VALUE}")
  private double minutes = 10;

  @Option(names = "--lifetime", description = "of a token in seconds, default ${DEFAULT-VALUE}")
  private int lifetime = 60;

  @Option(names = "--mode", description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
  private Mode mode = Mode.header;

  @Option(
      names = "--token-source",
      description = "client_credentials, desktop or broker, default ${DEFAULT-VALUE}")
  private String source = "client_credentials";

  @Option(
      names = "--speed",
      description = "simulated seconds per second, default ${DEFAULT-VALUE} (feed)")
  private int speed = 10;

  @Option(names = "--json", paramLabel = "FILE", description = "the result goes there, too")
  private @Nullable Path json;

  @Option(names = "--root", hidden = true, required = true)
  private Path root = Path.of("");

  boolean known() {
    return isFeed() ? minutes >= LEAST_MINUTES_OF_FEED && speed > 0 : isTokens();
  }

  private boolean isTokens() {
    return what.equals("tokens") && minutes > 0 && lifetime > 0;
  }

  /** Whether two widgets are watched, and not tokens. */
  boolean isFeed() {
    return what.equals("feed");
  }

  /** What the sandbox is started with. */
  List<String> sandbox() {
    return isFeed()
        ? List.of("--panels", Integer.toString(PANELS), "--speed", Integer.toString(speed))
        : Stream.concat(
                mode.sandbox.stream(), Stream.of("--token-lifetime", Integer.toString(lifetime)))
            .toList();
  }

  /** How long the feed's window is shown, and hidden, each time. */
  Duration turn() {
    return length().dividedBy(2 * SHOWINGS);
  }

  Duration length() {
    return Duration.ofMillis((long) (minutes * 60_000));
  }

  Duration lifetime() {
    return Duration.ofSeconds(lifetime);
  }

  Mode mode() {
    return mode;
  }

  String source() {
    return source;
  }

  @Nullable Path json() {
    return json;
  }

  /** The sample desktop's folder of built files. */
  Path target() {
    return root.resolve("sample-desktop/desktop/target").toAbsolutePath();
  }

  Path sandboxJar() {
    return root.resolve("sample-desktop/sandbox/target/sandbox.jar").toAbsolutePath();
  }
}
