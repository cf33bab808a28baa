package io.kpiwidget.chromium.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kpiwidget.chromium.link.ToDesktop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DownloadTest {

  @TempDir Path home;
  private final List<String> asked = new ArrayList<>();
  private SmallNatives small;
  private byte[] whole = {};
  private Answer answer = this::honest;
  private HttpServer mirror;

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void mirror() throws IOException {
    small = SmallNatives.in(Files.createDirectory(home.resolve("vendor")));
    whole = Files.readAllBytes(small.jar());
    mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    mirror.createContext("/", this::take);
    mirror.start();
  }

  @AfterEach
  void stop() {
    mirror.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    asked.add(exchange.getRequestURI().getRawPath() + " " + range);
    answer.to(exchange);
    exchange.close();
  }

  /** As nginx does. */
  private void honest(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
    send(exchange, from == 0 ? 200 : 206, Arrays.copyOfRange(whole, from, whole.length));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static Answer redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + mirror.getAddress().getPort() + "/files");
  }

  private Path download() throws IOException {
    return new Download(small.manifest().jar(), home, new Disk.Real(), fraction -> {})
        .from(address());
  }

  private Refusal refusal() {
    return catchThrowableOfType(Refusal.class, this::download);
  }

  private Path part() {
    return home.resolve(small.manifest().jar().sha256().substring(0, 12) + ".part");
  }

  @Test
  void jar_isFetchedUnderItsOwnName() throws IOException {
    assertThat(download()).hasBinaryContent(whole).hasFileName("jcef-natives-linux-amd64-1+2.jar");
    assertThat(asked).containsExactly("/files/jcef-natives-linux-amd64-1%2B2.jar null");
    assertThat(part()).doesNotExist();
  }

  @Test
  void half_isKeptAndContinued() throws IOException {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, whole.length);
          exchange.getResponseBody().write(whole, 0, 1000);
        };
    assertThat(refusal().code()).isEqualTo("download-failed");
    assertThat(Files.size(part())).isPositive();
    long half = Files.size(part());
    answer = this::honest;
    assertThat(download()).hasBinaryContent(whole);
    assertThat(asked).last().asString().endsWith("bytes=" + half + "-");
  }

  @Test
  void halfOfAnotherJar_isFetchedAnew() throws IOException {
    Files.write(part(), new byte[1000]);
    assertThat(download()).hasBinaryContent(whole);
    assertThat(asked).hasSize(2).last().asString().endsWith("null");
  }

  @Test
  void serverThatKnowsNoRanges_startsAnew() throws IOException {
    Files.write(part(), Arrays.copyOf(whole, 1000));
    answer = exchange -> send(exchange, 200, whole);
    assertThat(download()).hasBinaryContent(whole);
  }

  @Test
  void otherContent_isRefused_andNothingStays() {
    whole[100]++;
    assertThat(refusal().code()).isEqualTo("download-checksum");
    assertThat(part()).doesNotExist();
  }

  @Test
  void moreThanTheJarHas_isNotWritten() throws IOException {
    int room = whole.length;
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int sent = 0; sent < 10 * room; sent += 1 << 16) {
            exchange.getResponseBody().write(new byte[1 << 16]);
          }
        };
    assertThat(refusal().code()).isEqualTo("download-checksum");
    assertThat(Files.size(part())).isLessThanOrEqualTo(room);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 403, 500, 204})
  void anyOtherStatus_isNamed(int status) {
    answer = exchange -> send(exchange, status, new byte[0]);
    assertThat(refusal().code()).isEqualTo("download-failed");
    assertThat(refusal().detail()).contains("127.0.0.1").contains(Integer.toString(status));
  }

  @Test
  void nobodyThere_isAFailure() {
    mirror.stop(0);
    assertThat(refusal().code()).isEqualTo("download-failed");
  }

  @Test
  void redirectOnTheSameServer_isFollowed() throws IOException {
    Answer away = redirect("/elsewhere/natives.jar");
    answer =
        exchange ->
            (exchange.getRequestURI().getPath().startsWith("/files") ? away : honest())
                .to(exchange);
    assertThat(download()).hasBinaryContent(whole);
  }

  private Answer honest() {
    return this::honest;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://mirror.example/n.jar", "ftp://127.0.0.1/n.jar", "file:///etc/passwd", ":"})
  void redirectOutOfHttps_isRefused(String location) {
    answer = redirect(location);
    assertThat(refusal().code()).isEqualTo("download-redirect");
    assertThat(asked).hasSize(1);
  }

  @Test
  void endlessRedirects_areRefused() {
    answer = redirect("/files/again");
    assertThat(refusal().code()).isEqualTo("download-redirect");
    assertThat(asked).hasSizeLessThan(10);
  }

  @Test
  void installerWithoutAJar_asksTheMirror_andKeepsOnlyTheBundle() {
    Bundle bundle = small.bundle(home);
    List<ToDesktop> said = new ArrayList<>();
    ToDesktop end =
        new Installer(
                bundle,
                Natives.of("", address().toString()),
                home.resolve("plugins").resolve("plugin.jar"),
                new Disk.Real(),
                said::add)
            .run();
    assertThat(end).isEqualTo(new ToDesktop.Installed(bundle.folder().toString()));
    assertThat(said).contains(new ToDesktop.Progress("Fetching Chromium", 1));
    assertThat(bundle.home()).isDirectoryNotContaining("glob:**.{jar,part}");
  }
}
