package io.kpiwidget.engine.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * What the browser shows after a sign-in. Nothing of it may stay: not in a cache, not in a
 * referrer, and code and state leave the address at once.
 */
final class RedirectPage {

  private static final String SCRIPT = "history.replaceState(null, '', '/');";

  private static final Map<Integer, String> REASONS =
      Map.of(
          200, "OK",
          400, "Bad Request",
          404, "Not Found",
          405, "Method Not Allowed",
          431, "Request Header Fields Too Large");

  private RedirectPage() {}

  /** A whole answer, after which the connection is closed. */
  static byte[] of(int status) {
    var html = status == 200 ? page("Back to your desktop", DONE) : page("Nothing here", OTHER);
    var body = html.getBytes(StandardCharsets.UTF_8);
    var head =
        "HTTP/1.1 %d %s\r\n".formatted(status, REASONS.get(status))
            + "Content-Type: text/html; charset=utf-8\r\n"
            + "Content-Length: %d\r\n".formatted(body.length)
            + "Cache-Control: no-store\r\n"
            + "Referrer-Policy: no-referrer\r\n"
            + "X-Content-Type-Options: nosniff\r\n"
            + "Content-Security-Policy: default-src 'none'; script-src '%s';".formatted(hash())
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
            + (status == 405 ? "Allow: GET\r\n" : "")
            + "Connection: close\r\n\r\n";
    return joined(head.getBytes(StandardCharsets.US_ASCII), body);
  }

  private static final String DONE =
      "Your browser has done its part. You can close this page; your desktop goes on by itself.";

  private static final String OTHER = "This is not the answer that your desktop waits for.";

  private static String page(String title, String sentence) {
    return """
        <!doctype html>
        <html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
        <title>%s</title><script>%s</script><h1>%s</h1><p>%s</p></html>
        """
        .formatted(title, SCRIPT, title, sentence);
  }

  private static String hash() {
    try {
      var sha =
          MessageDigest.getInstance("SHA-256").digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static byte[] joined(byte[] head, byte[] body) {
    var all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
