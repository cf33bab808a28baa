package io.kpiwidget.page;

import java.util.List;

/** The generator. */
public final class HostPages {

  private HostPages() {}

  /** The host page ("/index.html") and, where wanted, the KPI view. */
  public static List<Page> generate(Site site) {
    throw new UnsupportedOperationException(site.toString());
  }
}
