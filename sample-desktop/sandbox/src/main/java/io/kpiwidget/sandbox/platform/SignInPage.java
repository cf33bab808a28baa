package io.kpiwidget.sandbox.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an agent sees of a sign-in: a page without script that nobody stores, frames or is told of.
 */
final class SignInPage {
  private static final String FOLDER = "/io/kpiwidget/sandbox/signin/";
  private static final String PAGE = text("page.html");
  private static final String STYLE = text("page.css");
  private static final List<String> KEPT =
      List.of(
          "response_type",
          "client_id",
          "redirect_uri",
          "state",
          "scope",
          "code_challenge",
          "code_challenge_method");

  /** Browsers hold a form's redirect against form-action, too, and the client is on any port. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type",
          "text/html;charset=utf-8",
          "Content-Security-Policy",
          "default-src 'none'; style-src '"
              + hash(STYLE)
              + "'; form-action 'self' http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'",
          "Cache-Control",
          "no-store",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff");

  private SignInPage() {}

  /** The page that offers these agents and sends the request back with the one who was chosen. */
  static Reply of(Call request, List<Person> agents) {
    var fields =
        KEPT.stream()
            .flatMap(name -> request.parameter(name).map(value -> field(name, value)).stream())
            .collect(Collectors.joining("\n"));
    var buttons = agents.stream().map(SignInPage::button).collect(Collectors.joining("\n"));
    return page(
        200,
        "<p>The KPI widget asks to see your figures. Who are you?</p>\n"
            + "<form method=\"post\" action=\"/v2/oauth/authorize\" autocomplete=\"off\">\n"
            + fields
            + "\n<ul>\n"
            + buttons
            + "\n</ul>\n</form>");
  }

  static Reply refused(String reason) {
    return page(400, "<p>This link cannot sign anybody in: " + escaped(reason) + ".</p>");
  }

  static Reply elsewhere(String address) {
    return new Reply(303, HEADERS, "").with("Location", address);
  }

  private static Reply page(int status, String content) {
    return new Reply(
        status, HEADERS, PAGE.replace("{{style}}", STYLE).replace("{{content}}", content));
  }

  private static String field(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escaped(value));
  }

  private static String button(Person agent) {
    var queues = agent.queues().stream().map(Person.Queue::name).collect(Collectors.joining(", "));
    return "<li><button name=\"login_hint\" value=\"%s\"><b>%s</b> <span>%s</span></button></li>"
        .formatted(escaped(agent.id()), escaped(agent.name()), escaped(queues));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String hash(String style) {
    try {
      var bytes = style.getBytes(StandardCharsets.UTF_8);
      return "sha256-"
          + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String text(String name) {
    try (var in = SignInPage.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      // as a browser reads it, whatever the checkout's line ends: the style's hash is over this
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
