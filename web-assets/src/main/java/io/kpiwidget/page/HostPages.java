package io.kpiwidget.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The generator. Pure: the same site gives the same bytes on every machine, in every locale and
 * time zone.
 */
public final class HostPages {

  private HostPages() {}

  /**
   * Of each locale the host page and, where wanted, its KPI view ("/kpi.&lt;hash&gt;.html"). The
   * first one's is "/index.html", another's such as "/index-de-AT.html".
   */
  public static List<Page> generate(Site site) {
    var pages = new ArrayList<Page>();
    site.titles()
        .byLocale()
        .forEach(
            (locale, title) -> {
              var path = pages.isEmpty() ? "" : "-" + locale.toLanguageTag();
              pages.addAll(new Edition(site, locale, title, "/index" + path + ".html").pages());
            });
    pages.forEach(HostPages::check);
    return List.copyOf(pages);
  }

  /** The headers for everything that is not there. */
  public static Map<String, String> refusalHeaders() {
    return Policy.ofRefusals().headers();
  }

  // what a person wrote was refused with its place; this is for what we write
  private static void check(Page page) {
    if (Tokens.namedIn(page.body())) {
      throw new IllegalStateException("a token is named in " + page.path());
    }
  }
}
