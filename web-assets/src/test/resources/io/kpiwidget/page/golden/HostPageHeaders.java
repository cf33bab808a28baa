import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Host pages of https://kpi-host.invalid, generated; the next generation replaces this file.
 * Serves the pages it names, and refuses everything else. HEADERS.md says what each header does.
 *
 * <p>In a Spring filter, before the answer is written:
 *
 * <pre>HostPageHeaders.of(request.getRequestURI()).forEach(response::setHeader);</pre>
 *
 * <p>Spring Security's own headers are to be off for these paths: what is there twice, a
 * browser reads as the stricter of both, or not at all.
 */
public final class HostPageHeaders {

  private static final Map<String, Map<String, String>> BY_PATH = new LinkedHashMap<>();
  private static final Map<String, String> OTHERWISE = new LinkedHashMap<>();

  static {
    put("/", "Content-Security-Policy", "default-src 'none'; script-src 'sha256-…'; style-src 'sha256-…'; frame-src https://acme.mygenesys.com https://kpi-host.invalid/kpi.….html; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin allow-forms");
    put("/", "Content-Type", "text/html; charset=utf-8");
    put("/", "Permissions-Policy", "accelerometer=(), …");
    put("/", "Referrer-Policy", "no-referrer");
    put("/", "X-Content-Type-Options", "nosniff");
    put("/", "Cache-Control", "no-cache, no-transform");
    put("/", "X-Frame-Options", "DENY");
    put("/", "Cross-Origin-Opener-Policy", "same-origin");
    put("/", "Cross-Origin-Resource-Policy", "same-origin");
    put("/", "Origin-Agent-Cluster", "?1");
    put("/index.html", "Content-Security-Policy", "default-src 'none'; script-src 'sha256-…'; style-src 'sha256-…'; frame-src https://acme.mygenesys.com https://kpi-host.invalid/kpi.….html; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin allow-forms");
    put("/index.html", "Content-Type", "text/html; charset=utf-8");
    put("/index.html", "Permissions-Policy", "accelerometer=(), …");
    put("/index.html", "Referrer-Policy", "no-referrer");
    put("/index.html", "X-Content-Type-Options", "nosniff");
    put("/index.html", "Cache-Control", "no-cache, no-transform");
    put("/index.html", "X-Frame-Options", "DENY");
    put("/index.html", "Cross-Origin-Opener-Policy", "same-origin");
    put("/index.html", "Cross-Origin-Resource-Policy", "same-origin");
    put("/index.html", "Origin-Agent-Cluster", "?1");
    put("/kpi.….html", "Content-Security-Policy", "default-src 'none'; script-src 'sha256-…'; style-src 'sha256-…'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors https://kpi-host.invalid; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts");
    put("/kpi.….html", "Content-Type", "text/html; charset=utf-8");
    put("/kpi.….html", "Permissions-Policy", "accelerometer=(), …");
    put("/kpi.….html", "Referrer-Policy", "no-referrer");
    put("/kpi.….html", "X-Content-Type-Options", "nosniff");
    put("/kpi.….html", "Cache-Control", "public, max-age=31536000, immutable, no-transform");
    OTHERWISE.put("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox");
    OTHERWISE.put("Permissions-Policy", "accelerometer=(), …");
    OTHERWISE.put("Referrer-Policy", "no-referrer");
    OTHERWISE.put("X-Content-Type-Options", "nosniff");
    OTHERWISE.put("Cache-Control", "no-store");
    OTHERWISE.put("X-Frame-Options", "DENY");
    OTHERWISE.put("Cross-Origin-Resource-Policy", "same-origin");
  }

  private HostPageHeaders() {}

  /** The headers for a path; for one that is not there, those of a refusal. */
  public static Map<String, String> of(String path) {
    return BY_PATH.getOrDefault(path, OTHERWISE);
  }

  private static void put(String path, String name, String value) {
    BY_PATH.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(name, value);
  }
}
