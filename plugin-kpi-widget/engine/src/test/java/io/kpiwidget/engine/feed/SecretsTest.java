package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No copy of a secret stays in a desktop's memory when its agent has left. The desktop is another
 * process, so that this one may know the secrets.
 */
final class SecretsTest {

  private static final String SESSION = "s3ssion-of-the-desktop-9f2c";
  private static final String TOKEN = "c4nary0f7b1e55aa90d3";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void signOut_leavesNoCopyOfTheToken_norOfTheSession(boolean http2, boolean revokes)
      throws Exception {
    try (var platform = http2 ? new FakePlatform(certificates()) : new FakePlatform()) {
      platform.tokenTail = TOKEN;
      platform.subject = "ann";
      var process = desktop(platform, revokes);
      try (var orders = new PrintWriter(process.outputWriter(), true);
          var words = process.inputReader()) {
        await(words, "Live");
        assertThat(copies(dump(orders, words, "live"), TOKEN))
            .as("a search that finds")
            .isPositive();

        orders.println("sign-out");
        await(words, "SignedOut");
        var after = dump(orders, words, "after");
        // the revocation may still be under way, or a closed connection's thread: that takes a dump
        // or two, and not as long as a timeout
        for (int again = 0; again < 20 && copies(after, TOKEN) > 0; again++) {
          after = dump(orders, words, "after" + again);
        }
        assertThat(copies(after, TOKEN)).isZero();
        assertThat(copies(after, SESSION)).isZero();
        assertThat(platform.count("/v2/oauth/revoke")).isEqualTo(revokes ? 1 : 0);
        assertThat(platform.bodies.stream().filter(("token=ann-1" + TOKEN)::equals))
            .hasSize(revokes ? 1 : 0);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void search_findsBothFormsOfAString() {
    var dump = ("xx" + TOKEN + "yy").getBytes(StandardCharsets.UTF_16LE);

    assertThat(copies(dump, TOKEN)).isEqualTo(1);
    assertThat(copies(TOKEN.getBytes(StandardCharsets.UTF_8), TOKEN)).isEqualTo(1);
  }

  private Process desktop(FakePlatform platform, boolean revokes) throws Exception {
    var config = folder.resolve("kpi-widget.json");
    Files.writeString(
        config,
        """
        {"platform": {"api": "%1$s"},
         "token": {"source": "broker", "url": "%1$s/v2/oauth/token"%2$s}}
        """
            .formatted(platform.url(), revokes ? revocationUrl(platform) : ""));
    var session = Base64.getEncoder().encodeToString(SESSION.getBytes(StandardCharsets.UTF_8));
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx96m",
            "-Dprobe.session=" + session,
            "-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12"),
            "-Djavax.net.ssl.trustStorePassword=changeit",
            "-cp",
            System.getProperty("java.class.path"),
            SignOutProbe.class.getName(),
            config.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String revocationUrl(FakePlatform platform) {
    return ", \"revocationUrl\": \"%s/v2/oauth/revoke\"".formatted(platform.url());
  }

  private HandshakeCertificates certificates() throws Exception {
    var held = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    var trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("platform", held.certificate());
    try (var out = Files.newOutputStream(folder.resolve("trust.p12"))) {
      trust.store(out, "changeit".toCharArray());
    }
    return new HandshakeCertificates.Builder().heldCertificate(held).build();
  }

  private byte[] dump(PrintWriter orders, BufferedReader words, String name) throws IOException {
    var file = folder.resolve(name + ".hprof");
    orders.println("dump " + file);
    await(words, "dumped");
    return Files.readAllBytes(file);
  }

  private static void await(BufferedReader words, String word) throws IOException {
    for (var line = words.readLine(); !word.equals(line); line = words.readLine()) {
      assertThat(line).as("the desktop's process ended before it said " + word).isNotNull();
    }
  }

  private static int copies(byte[] dump, String secret) {
    int copies = 0;
    for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      copies += copies(dump, secret.getBytes(charset));
    }
    return copies;
  }

  private static int copies(byte[] dump, byte[] secret) {
    int copies = 0;
    for (int at = 0; at <= dump.length - secret.length; at++) {
      if (dump[at] == secret[0] && matches(dump, at, secret)) {
        copies++;
      }
    }
    return copies;
  }

  private static boolean matches(byte[] dump, int at, byte[] secret) {
    for (int i = 1; i < secret.length; i++) {
      if (dump[at + i] != secret[i]) {
        return false;
      }
    }
    return true;
  }
}
