package io.kpiwidget.engine.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of a request to the redirect's port, as far as it matters (RFC 9112 §3). */
record RedirectRequest(String method, String path, String query) {

  private static final Pattern LINE =
      Pattern.compile("([A-Z]+) (/[^? ]*)(?:\\?([^ ]*))? HTTP/1\\.[01]\r\n.*", Pattern.DOTALL);

  /** {@code head} is all up to the empty line. */
  static RedirectRequest of(String head) {
    Matcher line = LINE.matcher(head);
    if (!line.matches()) {
      return new RedirectRequest("", "", "");
    }
    var query = line.group(3);
    return new RedirectRequest(line.group(1), line.group(2), query == null ? "" : query);
  }

  boolean isForUs() {
    return method.equals("GET") && path.equals(LoopbackRedirect.PATH);
  }

  /** {@code accepted} tells whether the query was the answer that is waited for. */
  int status(boolean accepted) {
    if (method.isEmpty()) {
      return 400;
    }
    if (!path.equals(LoopbackRedirect.PATH)) {
      return 404;
    }
    if (!method.equals("GET")) {
      return 405;
    }
    return accepted ? 200 : 400;
  }

  /** Without the query: it holds the code. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
