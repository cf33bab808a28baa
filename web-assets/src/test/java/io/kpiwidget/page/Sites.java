package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sites that tests start from. */
final class Sites {

  static final Origin HOST = Origin.of("https://kpi-host.invalid");
  static final Origin PLATFORM = Origin.of("https://acme.mygenesys.com");

  /** What the README shows: one of each kind. */
  static final List<Path> SAMPLES =
      List.of(
          Path.of("samples/kpi-only.json"),
          Path.of("samples/kpi-and-platform.json"),
          Path.of("samples/platforms-only.json"));

  private Sites() {}

  static Site both() {
    return titled("Figures");
  }

  static Site titled(String title) {
    return new Site(HOST, Optional.of(shell()), true, true, Titles.of(Locale.ENGLISH, title));
  }

  static Site kpiOnly() {
    return new Site(HOST, Optional.empty(), true, true, Titles.of(Locale.ENGLISH, "Figures"));
  }

  /** As a server without events can have it. */
  static Site platformOnly() {
    var shell = shell(List.of(PLATFORM), Optional.empty(), Optional.of(PLATFORM + "/app/#/w1"));
    return new Site(HOST, Optional.of(shell), false, false, Titles.of(Locale.ENGLISH, "Figures"));
  }

  static Site in(Locale locale) {
    return new Site(HOST, Optional.of(shell()), true, true, Titles.of(locale, "Figures"));
  }

  static PlatformShell shell() {
    return PlatformShell.of(PLATFORM, 600, Set.copyOf(PlatformShell.MOST_ALLOWED), Profile.guide());
  }

  static PlatformShell shell(
      List<Origin> origins, Optional<Origin> login, Optional<String> address) {
    return new PlatformShell(
        origins, login, address, 600, Set.copyOf(PlatformShell.MOST_ALLOWED), Profile.guide());
  }

  /** As the command line does it, in silence. */
  static void generate(Path sample, Path to) {
    var said = new StringWriter();
    var line = Main.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    assertThat(line.execute("generate", "--config", sample.toString(), "--out", to.toString()))
        .as(said::toString)
        .isZero();
  }
}
