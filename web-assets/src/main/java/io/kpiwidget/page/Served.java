package io.kpiwidget.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a web server answers with: the pages, each with its headers, and for everything else a
 * refusal with its own. Every server's file is written from this.
 */
record Served(Site site, List<Page> pages, Map<String, String> refusal) {

  /** No quote, backslash, dollar, brace, percent or line: plain in every server's language. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 '():/;,.=+?*_-]*");

  Served {
    pages.forEach(page -> check(page.headers()));
    check(refusal);
  }

  static Served of(Site site) {
    return new Served(site, HostPages.generate(site), HostPages.refusalHeaders());
  }

  private static void check(Map<String, String> headers) {
    headers.forEach(
        (name, value) -> {
          if (!PLAIN.matcher(value).matches()) {
            throw new IllegalStateException(name + " cannot be written for a server: " + value);
          }
        });
  }

  /** The paths that a page answers to; the first page is also what "/" shows. */
  List<String> paths(Page page) {
    return page.equals(pages.get(0)) ? List.of("/", page.path()) : List.of(page.path());
  }

  /** Without the type, which most servers set by other means; here it would be a second one. */
  static Map<String, String> withoutType(Map<String, String> headers) {
    var others = new LinkedHashMap<>(headers);
    others.remove("Content-Type");
    return others;
  }

  /** What every file says first. */
  List<String> preface() {
    return List.of(
        "Host pages of "
            + site.hostOrigin()
            + ", generated; the next generation replaces this file.",
        "Serves the pages it names, and refuses everything else. HEADERS.md says what each header"
            + " does.");
  }
}
