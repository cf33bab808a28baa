package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way out of a frame that we know, tried in real Chromium from an origin that frames may be
 * of. One table on the console.
 */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
final class EscapeMatrixTest {

  @TempDir Path scratch;
  @TempDir Path home;

  private LoopbackSite shell;
  private HostileServer hostile;
  private RealChild child;

  @BeforeEach
  void sites() throws IOException {
    hostile = new HostileServer();
    shell = new LoopbackSite();
    shell.redirect("/out", "http://" + hostile.authority() + "/out");
    shell.header("/secret", "WWW-Authenticate", "Basic realm=\"r\"");
    shell.header("/worker.js", "Content-Type", "text/javascript");
    shell.page("/worker.js", "fetch('http://" + hostile.authority() + "/', {mode: 'no-cors'})");
    ProcessBuilder builder = RealChild.builder();
    builder.environment().put("HOME", home.toString());
    child = RealChild.start(builder);
  }

  @AfterEach
  void end() throws IOException {
    child.close();
    shell.close();
    hostile.close();
  }

  private void open(Map<String, String> headers, String... frameOrigins) throws Exception {
    child.open(scratch, headers, RealChild.PAGE, frameOrigins);
    child.posted("hello");
    child.run("onmessage = event => post({said: event.data})");
  }

  /** Tries them all, and answers what was refused and how often the server was reached. */
  private Map<Escape, Outcome> tryAll(String title, String sandbox) throws Exception {
    Map<Escape, Outcome> outcomes = new LinkedHashMap<>();
    for (Escape escape : Escape.all()) {
      outcomes.put(escape, tried(escape, sandbox));
    }
    System.out.printf("%n%-21s%-24s%s%n", title, "refused as", "arrived");
    outcomes.forEach(
        (escape, is) ->
            System.out.printf("%-21s%-24s%d%n", escape.name(), is.refused(), is.arrived()));
    return outcomes;
  }

  private record Outcome(Set<String> refused, int arrived) {}

  private Outcome tried(Escape escape, String sandbox) throws Exception {
    frame(escape, sandbox);
    int before = child.seen().size();
    int knocks = hostile.knocks();
    child.send(new ToBrowser.Focus(true));
    child.click(150, 100, MouseEvent.BUTTON1);
    child.posted("{\"said\"");
    // a refusal, and what it did not prevent, may come after the page was told
    for (int i = 0; i < 20 && refused(before).isEmpty() && hostile.knocks() == knocks; i++) {
      child.run("await new Promise(done => setTimeout(done, 50))");
    }
    assertThat(child.run("return location.href")).contains(RealChild.ORIGIN + "/index.html");
    return new Outcome(refused(before), hostile.knocks() - knocks);
  }

  private void frame(Escape escape, String sandbox) throws Exception {
    String path = "/" + escape.name().replaceAll("\\W", "-");
    shell.page(path, escape.page(shell.origin(), hostile.authority()));
    String script =
        """
        document.querySelectorAll('iframe').forEach(old => old.remove());
        const frame = document.createElement('iframe');
        %s
        frame.style = 'position:fixed;inset:0;width:300px;height:200px;border:0';
        frame.src = '%s';
        document.body.append(frame);
        await new Promise(done => frame.onload = done)
        """;
    child.run(script.formatted(sandbox, shell.origin() + path));
    child.painted();
  }

  private Set<String> refused(int before) {
    List<ToDesktop> seen = child.seen();
    return seen.subList(before, seen.size()).stream()
        .filter(ToDesktop.Refused.class::isInstance)
        .map(message -> ((ToDesktop.Refused) message).kind())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void withoutSandboxAndPolicy_nothingArrives_andEachIsCounted() throws Exception {
    open(Map.of(), shell.origin());
    Map<Escape, Outcome> outcomes = tryAll("stripped", "");
    assertThat(outcomes)
        .allSatisfy(
            (escape, is) -> assertThat(is.refused()).as(escape.name()).containsAll(escape.kinds()));
    nothingIsOut();
  }

  @Test
  void withSandboxAndPolicy_nothingArrives() throws Exception {
    String policy =
        "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline';"
            + " connect-src 'self'; frame-src "
            + shell.origin();
    open(Map.of("Content-Security-Policy", policy), shell.origin());
    tryAll("as built", "frame.sandbox = 'allow-scripts allow-same-origin allow-forms';");
    nothingIsOut();
  }

  /** Otherwise the rest would prove nothing. */
  @Test
  void serverThatFramesMayBeOf_isReached() throws Exception {
    open(Map.of(), shell.origin(), "http://" + hostile.authority());
    Map<Escape, Outcome> outcomes = tryAll("let in", "");
    assertThat(outcomes)
        .allSatisfy(
            (escape, is) ->
                assertThat(is.arrived() > 0 || !escape.reaches()).as(escape.name()).isTrue());
  }

  private void nothingIsOut() throws IOException {
    assertThat(hostile.knocks()).isZero();
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().contains("loot"));
    }
  }
}
