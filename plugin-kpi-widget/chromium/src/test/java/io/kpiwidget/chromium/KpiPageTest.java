package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated pages with the KPI view, in real Chromium; one for all of these. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
final class KpiPageTest {

  /** Violations of these rules fail; everything else axe found stands in the report. */
  private static final String AXE =
      "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
          + " 'best-practice']}).then(JSON.stringify)";

  private static final Path REPORTS = Path.of("target/axe");

  @TempDir static Path scratch;
  private static KpiPage page;

  @BeforeAll
  static void open() throws Exception {
    page = KpiPage.open(scratch);
    page.theme(SampleDay.theme(false)).show(SampleDay.usual());
    page.view().run("(" + axe() + ", 'there')");
  }

  @AfterAll
  static void close() throws IOException {
    page.close();
  }

  private static String axe() throws IOException {
    try (var source = KpiPageTest.class.getResourceAsStream("/axe.min.js")) {
      return "(() => {" + new String(source.readAllBytes(), StandardCharsets.UTF_8) + "})()";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "light, 360, false, en-GB, fresh, none",
    "dark, 360, true, de-DE, fresh, none",
    "forced-colours, 360, false, en-GB, fresh, active",
    "right-to-left, 360, false, ar-EG, fresh, none",
    "narrow, 220, false, en-GB, fresh, none",
    "stale, 360, true, en-GB, stale, none"
  })
  void accessibility_hasNoViolation(
      String name, int width, boolean dark, String locale, String age, String forcedColours)
      throws Exception {
    var snapshot = SampleDay.usual();
    snapshot.addProperty("locale", locale);
    snapshot.addProperty("age", age);
    page.media("forced-colors", forcedColours);
    page.size(width, 720).theme(SampleDay.theme(dark)).show(snapshot);
    assertThat(page.view().run("innerWidth")).isEqualTo(String.valueOf(width));
    assertThat(page.view().run("matchMedia('(forced-colors: active)').matches"))
        .isEqualTo(String.valueOf(forcedColours.equals("active")));
    assertThat(page.view().run("document.documentElement.scrollWidth <= innerWidth"))
        .as("no sideways scrolling")
        .isEqualTo("true");

    page.settle();
    var report = JsonParser.parseString(page.view().run(AXE)).getAsJsonObject();

    Files.createDirectories(REPORTS);
    Files.writeString(REPORTS.resolve(name + ".json"), report.toString());
    assertThat(report.getAsJsonArray("passes")).hasSizeGreaterThan(10);
    assertThat(report.getAsJsonArray("violations"))
        .as(name)
        .extracting(KpiPageTest::rule)
        .isEmpty();
  }

  private static String rule(JsonElement violation) {
    JsonObject json = violation.getAsJsonObject();
    return json.get("id").getAsString() + " at " + json.get("nodes");
  }

  @Test
  void policies_areNotViolatedByDrawing_andAreByAnythingElse() throws Exception {
    page.show(SampleDay.large(0)).show(SampleDay.large(1)).show(SampleDay.usual());
    page.picture();
    assertThat(page.violations()).isEmpty();
    page.view().run("(new Image().src = 'https://hostile.invalid/?figures', '')");
    assertThat(page.child().posted("violation")).contains("img-src");
  }

  @Test
  void documentReplaced_theNextOneIsToldEverythingAgain(@TempDir Path own) throws Exception {
    try (var other = KpiPage.open(own)) {
      other.theme(SampleDay.theme(false)).show(SampleDay.usual());
      other.view().run("(setTimeout(() => location.reload()), '')");
      assertThat(other.child().posted("\"type\":\"shown\"")).contains("83.2%");
    }
  }

  @Test
  void documentGoneForGood_isToldAsBlank(@TempDir Path own) throws Exception {
    try (var other = KpiPage.open(own)) {
      other.theme(SampleDay.theme(false)).show(SampleDay.usual());
      other.view().run("(setTimeout(() => location.replace('about:blank')), '')");
      other.child().posted("\"type\":\"blank\"");
      assertThat(other.child().posted("\"type\":\"frames\"")).contains("\"origin\":\"\"");
    }
  }
}
