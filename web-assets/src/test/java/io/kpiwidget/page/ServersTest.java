package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The generated files in the servers they are for: every header of every path, as the model has it.
 */
final class ServersTest {

  private static final Path SAMPLE = Sites.SAMPLES.get(1);

  @TempDir private Path folder;

  private final Served served = Served.of(SiteFile.read(SAMPLE));
  private Path site = Path.of("");
  private int port;

  /** Beside the pages lies what must not be served. */
  private void generate() throws IOException {
    site = folder.resolve("site");
    port = LiveServer.freePort();
    // a server that root starts does not stay root
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Sites.generate(SAMPLE, site);
    Files.writeString(site.resolve("notes.html"), "private");
  }

  @Test
  void nginx_sendsWhatTheModelSays() throws Exception {
    var nginx = LiveServer.program("nginx");
    assertThat(nginx).as("nginx, which sample-desktop/prepare --tests installs").isPresent();
    generate();
    try (var server = nginx(nginx.get(), "")) {
      check(server, 404);
      assertThat(server.ask("POST", "/index.html").statusCode()).isEqualTo(405);
      assertThat(server.ask("GET", "/api/events").body()).isEqualTo("events");
    }
  }

  @Test
  void nginx_headersOfTheServerAround_areNotAdded() throws Exception {
    var nginx = LiveServer.program("nginx");
    assertThat(nginx).isPresent();
    generate();
    try (var server =
        nginx(nginx.get(), "add_header X-Frame-Options SAMEORIGIN; charset latin1; gzip on;")) {
      check(server, 404);
    }
  }

  private LiveServer nginx(Path program, String around) throws Exception {
    var config =
        """
        daemon off; master_process off; pid FOLDER/nginx.pid; error_log stderr;
        events { worker_connections 64; }
        http {
          access_log off;
          client_body_temp_path FOLDER/body; proxy_temp_path FOLDER/proxy;
          fastcgi_temp_path FOLDER/fastcgi; uwsgi_temp_path FOLDER/uwsgi; scgi_temp_path FOLDER/scgi;
          server {
            listen 127.0.0.1:PORT; root SITE; AROUND
            include SITE/nginx.conf;
            location /api/ { return 200 "events"; }
          }
        }
        """;
    var file = write("nginx.conf", config.replace("AROUND", around));
    return LiveServer.start(
        folder, port, List.of(program.toString(), "-p", folder.toString(), "-c", file));
  }

  @Test
  void apache_sendsWhatTheModelSays() throws Exception {
    generate();
    try (var server = apache(List.of("headers", "dir"), "Header set X-Frame-Options ALLOW")) {
      check(server, 403);
    }
  }

  @Test
  void apache_withoutModHeaders_isClosed() throws Exception {
    generate();
    try (var server = apache(List.of("dir"), "")) {
      for (var path : ServedTest.model(served).keySet()) {
        assertThat(server.ask("GET", path.replace("*", "/notes.html")).statusCode()).isEqualTo(403);
      }
    }
  }

  private LiveServer apache(List<String> modules, String around) throws Exception {
    var program = LiveServer.program("apache2");
    var libraries = Path.of("/usr/lib/apache2/modules");
    assumeTrue(program.isPresent() && Files.isDirectory(libraries), "no Apache here");
    var config =
        """
        ServerName localhost
        User www-data
        Group www-data
        Listen 127.0.0.1:PORT
        PidFile FOLDER/apache.pid
        ErrorLog /dev/stderr
        DefaultRuntimeDir FOLDER
        DocumentRoot SITE
        MODULES
        AROUND
        <Directory SITE>
          AllowOverride AuthConfig FileInfo Indexes
          Require all granted
        </Directory>
        """;
    var load =
        Stream.concat(Stream.of("mpm_event", "authz_core"), modules.stream())
            .map(name -> "LoadModule " + name + "_module " + libraries + "/mod_" + name + ".so")
            .collect(Collectors.joining("\n"));
    var file = write("apache.conf", config.replace("MODULES", load).replace("AROUND", around));
    return LiveServer.start(
        folder, port, List.of(program.get().toString(), "-X", "-d", folder.toString(), "-f", file));
  }

  @Test
  void caddy_sendsWhatTheModelSays() throws Exception {
    var program = LiveServer.program("caddy");
    assumeTrue(program.isPresent(), "no Caddy here");
    generate();
    var config =
        """
        {
          admin off
          auto_https off
        }
        http://127.0.0.1:PORT {
          root * SITE
          import SITE/Caddyfile
          handle /api/* {
            respond "events"
          }
        }
        """;
    var file = write("Caddyfile", config);
    var command =
        List.of(program.get().toString(), "run", "--adapter", "caddyfile", "--config", file);
    try (var server = LiveServer.start(folder, port, command)) {
      check(server, 404);
      assertThat(server.ask("GET", "/api/events").body()).isEqualTo("events");
    }
  }

  private String write(String name, String config) throws IOException {
    var text =
        config
            .replace("FOLDER", folder.toString())
            .replace("SITE", site.toString())
            .replace("PORT", Integer.toString(port));
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /**
   * Asks for everything by GET and HEAD.
   *
   * @param otherwise the status of what is not served, whether a file is there or not
   */
  private void check(LiveServer server, int otherwise) throws Exception {
    for (var page : served.pages()) {
      for (var path : served.paths(page)) {
        var answer = server.ask("GET", path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(page.body());
        checkHeaders(answer, page.headers());
        checkHeaders(server.ask("HEAD", path), page.headers());
        checkHeaders(server.ask("GET", path + "?x=1"), page.headers());
      }
    }
    for (var path : refused()) {
      var answer = server.ask("GET", path);
      assertThat(answer.statusCode()).as(path).isEqualTo(otherwise);
      assertThat(answer.body()).doesNotContain("private", "Content-Security-Policy");
      checkHeaders(answer, served.refusal());
      checkHeaders(server.ask("HEAD", path), served.refusal());
    }
  }

  private static List<String> refused() {
    var paths = new ArrayList<>(List.of("/none", "/none/", "/kpi.000000000000.html"));
    paths.addAll(List.of("/notes.html", "/SHA256SUMS", "/index.html.bak"));
    Stream.of(Server.values()).forEach(server -> paths.add("/" + server.file()));
    return paths;
  }

  /** Each header of the model once, and none of the others that a policy could have. */
  private void checkHeaders(HttpResponse<String> answer, Map<String, String> model) {
    var asked = answer.request().method() + " " + answer.uri();
    model.forEach(
        (name, value) ->
            assertThat(answer.headers().allValues(name))
                .as(name + " of " + asked)
                .containsExactly(value));
    ServedTest.model(served).values().stream()
        .flatMap(headers -> headers.keySet().stream())
        .filter(name -> !model.containsKey(name) && !name.equals("Content-Type"))
        .forEach(
            name ->
                assertThat(answer.headers().allValues(name)).as(name + " of " + asked).isEmpty());
  }
}
