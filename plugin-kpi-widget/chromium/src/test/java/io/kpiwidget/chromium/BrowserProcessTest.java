package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** One real browser process for all of these; they leave it usable for each other. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
final class BrowserProcessTest {

  @TempDir static Path scratch;
  private static LoopbackSite shell;
  private static LoopbackSite neighbour;
  private static LoopbackSite other;
  private static RealChild child;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    shell = new LoopbackSite();
    neighbour = new LoopbackSite();
    other = new LoopbackSite();
    child = RealChild.start().open(scratch, RealChild.PAGE, shell.origin(), neighbour.origin());
    assertThat(child.posted("hello")).isEqualTo("{\"type\":\"hello\",\"scale\":1}");
  }

  @AfterAll
  static void end() throws IOException {
    child.close();
    shell.close();
    neighbour.close();
    other.close();
  }

  private static String frame(String url) {
    return """
        const frame = document.createElement('iframe');
        frame.src = '%s';
        document.body.append(frame);
        await new Promise(done => frame.onload = done);
        """
        .formatted(url);
  }

  private static String until(String condition) {
    return "await new Promise(done => { const look = () => "
        + condition
        + " ? done() : setTimeout(look, 10); look() })";
  }

  private static void click(int x, int y) throws IOException {
    child.click(x, y, MouseEvent.BUTTON1);
  }

  @Test
  void page_isPainted() throws Exception {
    child.run("document.body.style.background = '#A0B0C0'");
    child.awaitPixel(5, 5, 0xA0B0C0);
  }

  @Test
  void scale_givesTheResolutionOfTheScreen() throws Exception {
    child.send(new ToBrowser.Resize(310, 200, 1.5));
    var frame = child.await(ToDesktop.Frame.class, next -> next.width() == 465);
    assertThat(frame.height()).isEqualTo(300);
    assertThat(child.run(until("innerWidth === 310") + "; return devicePixelRatio"))
        .contains("1.5");
    child.send(new ToBrowser.Resize(300, 200, 1));
    child.await(ToDesktop.Frame.class, next -> next.width() == 300);
  }

  @Test
  void message_keepsEveryCharacter() throws Exception {
    String json = child.run("return 'ä€😀\\u0000\\u2028\"'");
    assertThat(json).contains("ä€😀\\u0000\u2028\\\"");
  }

  @Test
  void message_aboveOneMegabyte_isRefusedAloud() throws Exception {
    String script =
        """
        const answer = await fetch('/api/page', {method: 'POST', body: 'x'.repeat(%d)});
        return answer.status + ' ' + await answer.text()
        """;
    assertThat(child.run(script.formatted(HostSite.LARGEST_POST))).contains("204");
    assertThat(child.run(script.formatted(HostSite.LARGEST_POST + 1))).contains("413 The message");
  }

  @Test
  void newDocument_hearsTheNewestEventOfEachType() throws Exception {
    child.send(new ToBrowser.Push("theme", "{\"type\":\"theme\",\"n\":1}"));
    child.send(new ToBrowser.Push("theme", "{\"type\":\"theme\",\"n\":2}"));
    child.posted("\"n\":2");
    child.run("setTimeout(() => location.reload(), 10)");
    child.posted("hello");
    assertThat(child.posted("heard")).contains("\"n\":2");
  }

  @Test
  void unknownPath_is404_writingAPage_is405() throws Exception {
    assertThat(child.run("return (await fetch('/other.html')).status")).contains("404");
    assertThat(child.run("return (await fetch('/index.html', {method: 'POST'})).status"))
        .contains("405");
  }

  @Test
  void unknownPath_hasTheHeadersOfTheDesktopsRefusals_andIsPlainText() throws Exception {
    String script =
        """
        const {headers} = await fetch('/<b>other');
        return ['content-security-policy', 'content-type'].map((name) => headers.get(name)).join()
        """;
    assertThat(child.run(script)).contains("sandbox,text/plain; charset=utf-8");
  }

  @Test
  void foreignFrame_cannotPostAsTheHostPage() throws Exception {
    String attack =
        """
        <script>fetch('%s/api/page', {method: 'POST', mode: 'no-cors', body: '{"evil":1}'})
        .finally(() => parent.postMessage('tried', '*'))</script>
        """;
    shell.page("/evil", attack.formatted(RealChild.ORIGIN));
    String script = "const tried = new Promise(done => onmessage = done);";
    child.run(script + frame(shell.origin() + "/evil") + "; await tried; frame.remove()");
    child.run("return 'after'");
    assertThat(child.seen()).noneMatch(message -> message.toString().contains("evil"));
  }

  @Test
  void header_goesToItsExactOriginOnly() throws Exception {
    child.send(new ToBrowser.Authorize(shell.origin(), "t0ken"));
    child.run(frame(shell.origin() + "/with") + "; frame.remove()");
    child.run("await fetch('" + shell.origin() + "/fetched')");
    child.run("await fetch('" + neighbour.origin() + "/without')");
    child.send(new ToBrowser.Authorize(shell.origin(), null));
    child.run("await fetch('" + shell.origin() + "/after')");
    assertThat(shell.requests())
        .contains(
            new LoopbackSite.Request("/with", "Bearer t0ken"),
            new LoopbackSite.Request("/fetched", "Bearer t0ken"),
            new LoopbackSite.Request("/after", ""));
    assertThat(neighbour.requests()).contains(new LoopbackSite.Request("/without", ""));
  }

  @Test
  void header_isNotCarriedToAnotherOriginByARedirect() throws Exception {
    shell
        .redirect("/leak", neighbour.origin() + "/leaked")
        .redirect("/stay", shell.origin() + "/here");
    child.send(new ToBrowser.Authorize(shell.origin(), "t0ken2"));
    child.run("new Image().src = '" + shell.origin() + "/leak'");
    child.refused("token-redirect");
    child.run(frame(shell.origin() + "/stay") + "; frame.remove()");
    child.send(new ToBrowser.Authorize(shell.origin(), null));
    assertThat(neighbour.requests()).noneMatch(request -> request.path().equals("/leaked"));
    assertThat(shell.requests()).contains(new LoopbackSite.Request("/here", "Bearer t0ken2"));
  }

  @Test
  void escapes_areRefusedAndTheProcessLives() throws Exception {
    String popup = "return String(open('" + other.origin() + "/popup'))";
    assertThat(child.run(popup)).contains("null");
    child.run("location.href = '" + other.origin() + "/top'");
    child.refused("navigation");
    child.run("alert('anybody?')");
    child.refused("dialog");
    child.run(
        "const f = document.createElement('iframe'); f.src = '"
            + other.origin()
            + "/frame'; document.body.append(f)");
    child.refused("frame");
    assertThat(child.run("return location.href")).contains(RealChild.ORIGIN + "/index.html");
    assertThat(other.requests())
        .extracting(LoopbackSite.Request::path)
        .doesNotContain("/popup", "/top", "/frame");
  }

  @Test
  void permissions_areDeniedAtOnce() throws Exception {
    String script =
        "return (await navigator.permissions.query({name: 'geolocation'})).state + ' '"
            + " + await new Promise(done => navigator.geolocation.getCurrentPosition("
            + "() => done('granted'), error => done('error ' + error.code)))";
    assertThat(child.run(script)).contains("denied error 1");
  }

  @Test
  void mouseAndKeys_reachThePage() throws Exception {
    child.run(
        "window.field = document.createElement('input');"
            + "field.style = 'position:fixed;left:0;top:150px;width:200px';"
            + "document.body.append(field)");
    child.send(new ToBrowser.Focus(true));
    click(20, 160);
    for (char letter : "aÄ€".toCharArray()) {
      child.send(new ToBrowser.Key(KeyEvent.KEY_TYPED, 0, 0, letter, 0));
    }
    assertThat(child.run(until("field.value.length > 2") + "; return field.value")).contains("aÄ€");
    child.run("field.remove()");
  }

  @Test
  void hiddenPage_paintsAgainWhenShown() throws Exception {
    child.send(new ToBrowser.Show(false));
    child.run("document.body.style.background = '#112233'");
    child.send(new ToBrowser.Show(true));
    child.awaitPixel(5, 5, 0x112233);
  }

  @Test
  void askedFrame_comesAndShowsWhatThePageWas() throws Exception {
    child.run("document.body.style.background = '#314159'");
    child.painted();
    assertThat(child.pixel(5, 5)).isEqualTo(0x314159);
  }

  @Test
  void askedFrame_comesThoughThePageIsFrozen() throws Exception {
    child.run("setTimeout(() => { const end = Date.now() + 1500; while (Date.now() < end); }, 1)");
    child.painted();
  }

  @Test
  void page_givesSignsOfLife() throws Exception {
    child.await(ToDesktop.Alive.class);
    child.await(ToDesktop.Alive.class);
  }

  @Test
  void pageWithoutColour_leavesTheDesktopsColour() throws Exception {
    child.run("document.body.style.background = 'none'");
    child.painted();
    assertThat(child.argb(5, 5)).isZero();
  }

  @Test
  void frameFile_hasNoNameOnceMapped() throws Exception {
    child.run("return 1");
    String prefix = "kpi-widget-frames-" + child.process.pid();
    try (Stream<Path> files = Files.list(Path.of("/dev/shm"))) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .noneMatch(name -> name.startsWith(prefix));
    }
  }
}
