package io.kpiwidget.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one page may do. The only model: the meta element, the headers and whoever serves the page
 * in-process read from here.
 *
 * @param contentSecurity directives of the Content-Security-Policy, in order
 * @param others the remaining headers, in order
 */
record Policy(Map<String, String> contentSecurity, Map<String, String> others) {

  /** A browser ignores these in a meta element and says so in its console. */
  private static final Set<String> HEADER_ONLY = Set.of("frame-ancestors", "sandbox");

  static final String KPI_SANDBOX = "allow-scripts";

  /** The host page: its own script, its two frames, nothing else. */
  static Policy ofHostPage(Site site, Optional<String> kpiPath, String script, String style) {
    var csp = inline(script, style);
    csp.put("frame-src", String.join(" ", frames(site, kpiPath)));
    csp.put("connect-src", site.dataSource() ? "'self'" : "'none'");
    csp.put("object-src", "'none'");
    csp.put("base-uri", "'none'");
    csp.put("form-action", "'none'");
    csp.put("frame-ancestors", "'none'");
    csp.putAll(trustedTypes());
    // an upper bound for its frames' own, so it carries the platform frame's flags
    csp.put("sandbox", String.join(" ", PlatformShell.MOST_ALLOWED));
    var others = page("no-cache, no-transform");
    others.put("X-Frame-Options", "DENY");
    others.put("Cross-Origin-Opener-Policy", "same-origin");
    others.put("Cross-Origin-Resource-Policy", "same-origin");
    others.put("Origin-Agent-Cluster", "?1");
    return new Policy(csp, others);
  }

  /**
   * The KPI view: data comes in through a port, nothing goes out. No Cross-Origin-Resource-Policy:
   * it would keep the file from the opaque origin it runs in.
   */
  static Policy ofKpiView(Site site, String script, String style) {
    var csp = inline(script, style);
    csp.put("connect-src", "'none'");
    csp.put("object-src", "'none'");
    csp.put("base-uri", "'none'");
    csp.put("form-action", "'none'");
    csp.put("frame-ancestors", site.hostOrigin().value());
    csp.putAll(trustedTypes());
    // opened by itself the file is as opaque as in its frame
    csp.put("sandbox", KPI_SANDBOX);
    return new Policy(csp, page("public, max-age=31536000, immutable, no-transform"));
  }

  /** Whatever else is asked for: says nothing, runs nothing, stands in no frame. */
  static Policy ofRefusals() {
    var csp = new LinkedHashMap<String, String>();
    csp.put("default-src", "'none'");
    csp.put("base-uri", "'none'");
    csp.put("form-action", "'none'");
    csp.put("frame-ancestors", "'none'");
    csp.put("sandbox", "");
    var others = common("no-store");
    others.put("X-Frame-Options", "DENY");
    others.put("Cross-Origin-Resource-Policy", "same-origin");
    return new Policy(csp, others);
  }

  /** The part that a meta element can carry: the belt, where a server forgets the braces. */
  String meta() {
    return join(
        contentSecurity.entrySet().stream()
            .filter(directive -> !HEADER_ONLY.contains(directive.getKey()))
            .toList());
  }

  /** All headers, the policy among them. */
  Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Security-Policy", join(contentSecurity.entrySet()));
    headers.putAll(others);
    return headers;
  }

  private static Map<String, String> inline(String script, String style) {
    var csp = new LinkedHashMap<String, String>();
    csp.put("default-src", "'none'");
    csp.put("script-src", Hash.source(script));
    csp.put("style-src", Hash.source(style));
    return csp;
  }

  private static List<String> frames(Site site, Optional<String> kpiPath) {
    var frames = new ArrayList<String>();
    site.framed().forEach(origin -> frames.add(origin.value()));
    kpiPath.ifPresent(path -> frames.add(site.hostOrigin() + path));
    return frames;
  }

  private static Map<String, String> trustedTypes() {
    var csp = new LinkedHashMap<String, String>();
    csp.put("require-trusted-types-for", "'script'");
    csp.put("trusted-types", "'none'");
    return csp;
  }

  private static Map<String, String> page(String caching) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "text/html; charset=utf-8");
    headers.putAll(common(caching));
    return headers;
  }

  private static Map<String, String> common(String caching) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Permissions-Policy", Features.header());
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cache-Control", caching);
    return headers;
  }

  private static String join(Collection<Map.Entry<String, String>> directives) {
    return directives.stream()
        .map(directive -> (directive.getKey() + " " + directive.getValue()).strip())
        .collect(Collectors.joining("; "));
  }
}
