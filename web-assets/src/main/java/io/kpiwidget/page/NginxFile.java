package io.kpiwidget.page;

/** For nginx: to be included in a server block. */
final class NginxFile {

  /** {@code always}, or a 404 would be without. */
  private static final String HEADER = "  add_header %s \"%s\" always;";

  private NginxFile() {}

  static String text(Served served) {
    var lines = new Lines();
    served.preface().forEach(line -> lines.add("# " + line));
    lines
        .add("#")
        .add("#   server {")
        .add("#     server_name ...;  root /srv/host-pages;")
        .add("#     include /srv/host-pages/nginx.conf;")
        .add(
            "#     location /api/ { proxy_pass ...;  proxy_buffering off; }   # where you have events")
        .add("#   }")
        .add("#")
        .add(
            "# After each generation: nginx -s reload. Until then pages and headers do not fit, and")
        .add("# browsers show nothing rather than something else.");
    lines.add("").add("location = / { rewrite ^ " + served.pages().get(0).path() + " last; }");
    served.pages().forEach(page -> add(lines, page));
    return lines
        .add("")
        .add("location / {")
        .headers(HEADER, served.refusal())
        .add("  return 404;")
        .add("}")
        .toString();
  }

  // add_header inside a location drops those outside of it, so each has them all
  private static void add(Lines lines, Page page) {
    lines
        .add("")
        .add("location = " + page.path() + " {")
        .add("  types { }")
        .add("  default_type \"" + page.headers().get("Content-Type") + "\";")
        .headers(HEADER, Served.withoutType(page.headers()))
        .add("  try_files " + page.path() + " =404;")
        .add("}");
  }
}
