package io.kpiwidget.page;

/** For Spring, or any server in Java: a class that needs nothing but the JDK. */
final class SpringFile {

  private SpringFile() {}

  static String text(Served served) {
    var lines = new Lines().add("import java.util.LinkedHashMap;").add("import java.util.Map;");
    lines.add("").add("/**");
    served.preface().forEach(line -> lines.add(" * " + line));
    lines
        .add(" *")
        .add(" * <p>In a Spring filter, before the answer is written:")
        .add(" *")
        .add(
            " * <pre>HostPageHeaders.of(request.getRequestURI()).forEach(response::setHeader);</pre>")
        .add(" *")
        .add(
            " * <p>Spring Security's own headers are to be off for these paths: what is there twice, a")
        .add(" * browser reads as the stricter of both, or not at all.")
        .add(" */")
        .add("public final class HostPageHeaders {")
        .add("")
        .add(
            "  private static final Map<String, Map<String, String>> BY_PATH = new LinkedHashMap<>();")
        .add("  private static final Map<String, String> OTHERWISE = new LinkedHashMap<>();")
        .add("")
        .add("  static {");
    served.pages().forEach(page -> served.paths(page).forEach(path -> add(lines, path, page)));
    return lines
        .headers("    OTHERWISE.put(\"%s\", \"%s\");", served.refusal())
        .add("  }")
        .add("")
        .add("  private HostPageHeaders() {}")
        .add("")
        .add("  /** The headers for a path; for one that is not there, those of a refusal. */")
        .add("  public static Map<String, String> of(String path) {")
        .add("    return BY_PATH.getOrDefault(path, OTHERWISE);")
        .add("  }")
        .add("")
        .add("  private static void put(String path, String name, String value) {")
        .add("    BY_PATH.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(name, value);")
        .add("  }")
        .add("}")
        .toString();
  }

  private static void add(Lines lines, String path, Page page) {
    lines.headers("    put(\"" + path + "\", \"%s\", \"%s\");", page.headers());
  }
}
