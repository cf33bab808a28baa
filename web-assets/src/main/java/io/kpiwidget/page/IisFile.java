package io.kpiwidget.page;

import java.util.Map;

/** For IIS 10: beside the pages, as the root of a web site. */
final class IisFile {

  private IisFile() {}

  static String text(Served served) {
    var lines = new Lines().add("<?xml version=\"1.0\" encoding=\"utf-8\"?>").add("<!--");
    // punycode has two hyphens, which XML does not take in a comment
    served.preface().forEach(line -> lines.add(line.replace("--", "- -")));
    lines.add("-->").add("<configuration>").add("  <system.webServer>");
    lines
        .add("    <defaultDocument enabled=\"true\">")
        .add("      <files><clear /><add value=\"" + name(first(served)) + "\" /></files>")
        .add("    </defaultDocument>")
        .add("    <staticContent>")
        .add("      <remove fileExtension=\".html\" />")
        .add(
            "      <mimeMap fileExtension=\".html\" mimeType=\""
                + first(served).headers().get("Content-Type")
                + "\" />")
        .add("    </staticContent>")
        .add("    <security>")
        .add("      <requestFiltering>")
        .add("        <fileExtensions allowUnlisted=\"false\">")
        .add("          <add fileExtension=\".html\" allowed=\"true\" />")
        .add("          <add fileExtension=\".\" allowed=\"true\" />")
        .add("        </fileExtensions>")
        .add("      </requestFiltering>")
        .add("    </security>");
    headers(lines, "    ", served.refusal());
    lines.add("  </system.webServer>");
    served
        .pages()
        .forEach(
            page -> {
              lines.add("  <location path=\"" + name(page) + "\">").add("    <system.webServer>");
              headers(lines, "      ", page.headers());
              lines.add("    </system.webServer>").add("  </location>");
            });
    return lines.add("</configuration>").toString();
  }

  private static void headers(Lines lines, String indent, Map<String, String> headers) {
    lines
        .add(indent + "<httpProtocol>")
        .add(indent + "  <customHeaders>")
        .add(indent + "    <clear />")
        .headers(indent + "    <add name=\"%s\" value=\"%s\" />", Served.withoutType(headers))
        .add(indent + "  </customHeaders>")
        .add(indent + "</httpProtocol>");
  }

  private static Page first(Served served) {
    return served.pages().get(0);
  }

  private static String name(Page page) {
    return page.path().substring(1);
  }
}
