package io.kpiwidget.page;

/** For Netlify, and others who read a file named {@code _headers}. */
final class NetlifyFile {

  private NetlifyFile() {}

  /** Without a rule for everything: its headers would be added to a page's own. */
  static String text(Served served) {
    var lines = new Lines();
    served.preface().forEach(line -> lines.add("# " + line));
    lines.add(
        "# Here a path that is not named gets none of these: upload the pages and this file only.");
    served
        .pages()
        .forEach(
            page ->
                served
                    .paths(page)
                    .forEach(path -> lines.add("").add(path).headers("  %s: %s", page.headers())));
    return lines.toString();
  }
}
