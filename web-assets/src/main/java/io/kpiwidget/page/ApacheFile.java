package io.kpiwidget.page;

import java.util.Map;
import java.util.stream.Collectors;

/** For Apache 2.4: beside the pages, or included in their {@code <Directory>}. */
final class ApacheFile {

  private ApacheFile() {}

  static String text(Served served) {
    var lines = new Lines();
    served.preface().forEach(line -> lines.add("# " + line));
    lines
        .add("#")
        .add("# As .htaccess it needs: AllowOverride AuthConfig FileInfo Indexes")
        .add("# Without mod_headers nothing is served at all.")
        .add("")
        .add("<IfModule !mod_headers.c>")
        .add("  Require all denied")
        .add("</IfModule>")
        .add("")
        .add("<IfModule mod_headers.c>")
        .add("  DirectoryIndex " + name(served.pages().get(0)))
        .add("  ErrorDocument 403 \"Not here.\"")
        .add("  ErrorDocument 404 \"Not here.\"");
    headers(lines, "  ", served.refusal());
    lines
        .add("")
        .add("  <FilesMatch \"^(?!(?:" + names(served) + ")$).\">")
        .add("    Require all denied")
        .add("  </FilesMatch>");
    served.pages().forEach(page -> add(lines, page, served));
    return lines.add("</IfModule>").toString();
  }

  private static void add(Lines lines, Page page, Served served) {
    lines.add("").add("  <Files \"" + name(page) + "\">");
    served.refusal().keySet().stream()
        .filter(header -> !page.headers().containsKey(header))
        .forEach(header -> lines.add("    Header always unset " + header));
    headers(lines, "    ", page.headers());
    lines.add("    ForceType \"" + page.headers().get("Content-Type") + "\"");
    lines.add("  </Files>");
  }

  /** Apache keeps two tables and sends both; what another file put into the first one goes. */
  private static void headers(Lines lines, String indent, Map<String, String> headers) {
    Served.withoutType(headers)
        .forEach(
            (name, value) ->
                lines
                    .add(indent + "Header onsuccess unset " + name)
                    .add(indent + "Header always set " + name + " \"" + value + "\""));
  }

  private static String names(Served served) {
    return served.pages().stream()
        .map(page -> name(page).replace(".", "\\."))
        .collect(Collectors.joining("|"));
  }

  private static String name(Page page) {
    return page.path().substring(1);
  }
}
