package io.kpiwidget.sandbox.platform;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The widget shell's files. */
final class ShellPage {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors https: http://127.0.0.1:* http://localhost:*; require-trusted-types-for 'script'; trusted-types 'none'";

  void on(HttpSide shell) {
    file(shell, "/app/", "index.html", "text/html;charset=utf-8");
    file(shell, "/app/widget.js", "widget.js", "text/javascript;charset=utf-8");
    file(shell, "/app/widget.css", "widget.css", "text/css;charset=utf-8");
  }

  private static void file(HttpSide shell, String route, String name, String type) {
    var headers =
        Map.of(
            "Content-Type", type,
            "Content-Security-Policy", POLICY,
            "Cache-Control", "no-cache",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff");
    var reply = new Reply(200, headers, text(name));
    shell.platform(HandlerType.GET, route, call -> reply);
  }

  private static String text(String name) {
    try (var in = ShellPage.class.getResourceAsStream("/io/kpiwidget/sandbox/app/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
