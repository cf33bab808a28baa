package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a reviewer should see when markup or policies change. Scripts and styles have tests of their
 * own, so they and their hashes are left out. {@code -DupdateGolden} writes the files anew.
 */
final class GoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/io/kpiwidget/page/golden");

  private static final Pattern BLOCK = Pattern.compile("(?s)(<(script|style)[^>]*>).*?(?=</\\2>)");

  @Test
  void markup_isAsReviewed() throws IOException {
    var pages = HostPages.generate(Sites.both());
    check("index.html", steady(pages.get(0).body()));
    check("kpi.html", steady(pages.get(1).body()));
  }

  @Test
  void headers_areAsReviewed() throws IOException {
    check("headers.txt", steady(headers(HostPages.generate(Sites.both()))));
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void serverFile_isAsReviewed(Server server) throws IOException {
    var text = steady(server.text(Served.of(Sites.both())));
    check(
        server.file(),
        text.replaceAll("accelerometer=\\(\\),[^\"\n]*", "accelerometer=(), \u2026"));
  }

  private static String headers(List<Page> pages) {
    return pages.stream()
        .map(
            page ->
                page.path()
                    + "\n"
                    + page.headers().entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  private static String steady(String text) {
    return BLOCK
        .matcher(text)
        .replaceAll("$1\u2026")
        .replaceAll("sha256-[A-Za-z0-9+/]+=*", "sha256-\u2026")
        .replaceAll("kpi(\\\\?)\\.[0-9a-f]{12}", "kpi$1.\u2026");
  }

  private static void check(String name, String actual) throws IOException {
    var file = FOLDER.resolve(name);
    if (System.getProperty("updateGolden") != null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
