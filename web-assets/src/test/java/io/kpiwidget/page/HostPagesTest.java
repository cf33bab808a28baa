package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostPagesTest {

  private static final List<Page> PAGES = HostPages.generate(Sites.both());
  private static final Document INDEX = Jsoup.parse(PAGES.get(0).body());
  private static final Document KPI = Jsoup.parse(PAGES.get(1).body());

  @Test
  void generate_both_givesTheHostPageAndTheKpiView() {
    assertThat(PAGES).hasSize(2);
    assertThat(PAGES.get(0).path()).isEqualTo("/index.html");
    assertThat(PAGES.get(1).path()).matches("/kpi\\.[0-9a-f]{12}\\.html");
  }

  @Test
  void generate_kpiPath_isTheHashOfItsBody() {
    var page = PAGES.get(1);
    assertThat(page.path()).isEqualTo("/kpi." + Hash.hex(page.body()).substring(0, 12) + ".html");
  }

  /** What an agent's machine reads anew with each version; measured as "gzip -9" writes it. */
  @Test
  void kpiView_isAtMostEightThousandBytesZipped() throws IOException {
    var zipped = new ByteArrayOutputStream();
    var level9 =
        new GZIPOutputStream(zipped) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        };
    try (level9) {
      level9.write(PAGES.get(1).body().getBytes(StandardCharsets.UTF_8));
    }
    // gzip writes the file's name, too
    assertThat(zipped.size() + PAGES.get(1).path().length()).isLessThanOrEqualTo(8_000);
  }

  @Test
  void generate_platformOnly_hasNoKpiFrame() {
    var pages = HostPages.generate(Sites.platformOnly());
    assertThat(pages).hasSize(1);
    assertThat(Jsoup.parse(pages.get(0).body()).select("#kpi")).isEmpty();
  }

  @Test
  void generate_kpiOnly_hasNoPlatformFrameAndNoPlatformOrigin() {
    var pages = HostPages.generate(Sites.kpiOnly());
    assertThat(Jsoup.parse(pages.get(0).body()).select("template")).isEmpty();
    assertThat(pages).noneMatch(page -> page.body().contains("mygenesys"));
  }

  @Test
  void kpiFrame_runsInAnOpaqueOrigin() {
    var frame = only(INDEX, "iframe#kpi");
    assertThat(frame.attr("sandbox")).isEqualTo("allow-scripts");
    assertThat("/" + frame.attr("src")).isEqualTo(PAGES.get(1).path());
    checkFrame(frame);
  }

  @Test
  void platformFrame_hasTheGuidesSandboxAndNoAddressYet() {
    var frame = only(INDEX, "template#platform-frame iframe");
    assertThat(frame.attr("sandbox")).isEqualTo("allow-scripts allow-same-origin allow-forms");
    assertThat(frame.hasAttr("src")).isFalse();
    checkFrame(frame);
  }

  private static void checkFrame(Element frame) {
    assertThat(frame.attr("title")).isNotBlank();
    assertThat(frame.attr("allow")).contains("camera 'none'");
    assertThat(frame.attr("referrerpolicy")).isEqualTo("no-referrer");
    assertThat(frame.attributes().asList())
        .extracting(attribute -> attribute.getKey())
        .isSubsetOf("id", "title", "src", "sandbox", "allow", "referrerpolicy");
  }

  @Test
  void inlineBlocks_areTheOnesThePolicyNames() {
    for (var page : PAGES) {
      var document = Jsoup.parse(page.body());
      var policy = page.headers().get("Content-Security-Policy");
      var script = only(document, "script:not([type])").data();
      var style = only(document, "style").data();
      assertThat(policy)
          .contains("script-src " + Hash.source(script) + ";")
          .contains("style-src " + Hash.source(style) + ";");
    }
  }

  @Test
  void meta_comesBeforeAnythingItGoverns() {
    for (var page : PAGES) {
      var head = Jsoup.parse(page.body()).head().children();
      assertThat(head.get(0).attr("charset")).isEqualTo("utf-8");
      assertThat(head.get(1).attr("http-equiv")).isEqualTo("Content-Security-Policy");
      assertThat(page.headers().get("Content-Security-Policy"))
          .startsWith("default-src 'none'")
          .contains(head.get(1).attr("content").split("; ")[1]);
    }
  }

  @Test
  void pages_loadNothingAndHandleNothingInline() {
    for (var document : List.of(INDEX, KPI)) {
      assertThat(document.select("link, img, script[src], base, object, embed, form")).isEmpty();
      assertThat(document.getAllElements())
          .noneMatch(
              element ->
                  element.attributes().asList().stream()
                      .anyMatch(attribute -> attribute.getKey().matches("on.*|style|srcdoc")));
    }
  }

  @Test
  void scripts_useNoWayAroundThePolicy() {
    for (var page : PAGES) {
      assertThat(only(Jsoup.parse(page.body()), "script:not([type])").data())
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
          .doesNotContain("eval(", "new Function", "DOMParser", "'*'", "localStorage", "console.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</title><script>alert(1)</script>",
        "\"><iframe src=//evil.test>",
        "' onload='alert(1)",
        "${raw:script} ${text:title}",
        "a & b < c > d \"e\" 'f'",
        "</script><!--",
        "\u202egpj.exe",
        "\uD83D\uDE00 \u05D0\u05D1"
      })
  void generate_hostileTitle_isOnlyText(String title) {
    for (var page : HostPages.generate(Sites.titled(title))) {
      var document = Jsoup.parse(page.body());
      assertThat(document.title().strip()).isEqualTo(title.strip().replaceAll("\\s+", " "));
      assertThat(document.select("script")).hasSize(page.path().equals("/index.html") ? 2 : 1);
      assertThat(document.select("iframe[src*=evil]")).isEmpty();
    }
  }

  @Test
  void generate_titleOfTenThousand_isOnlyText() {
    var title = "<b>".repeat(3_333);
    var index = HostPages.generate(Sites.titled(title)).get(0);
    assertThat(Jsoup.parse(index.body()).title()).isEqualTo(title);
  }

  @Test
  void generate_loneSurrogate_staysEncodable() {
    for (var page : HostPages.generate(Sites.titled("a\uD800b"))) {
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page.body())).isTrue();
    }
  }

  @Test
  void generate_otherLocaleAndTimeZone_givesTheSameBytes() {
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      assertThat(HostPages.generate(Sites.both())).isEqualTo(PAGES);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void generate_languages_nameFramesAndDirection() {
    var german = Jsoup.parse(HostPages.generate(Sites.in(Locale.GERMANY)).get(0).body());
    var arabic =
        Jsoup.parse(HostPages.generate(Sites.in(Locale.forLanguageTag("ar"))).get(0).body());
    assertThat(only(german, "#kpi").attr("title")).isEqualTo("Kennzahlen des Contact Centers");
    assertThat(only(german, "html").attr("lang")).isEqualTo("de-DE");
    assertThat(only(arabic, "html").attr("dir")).isEqualTo("rtl");
  }

  @Test
  void generate_output_carriesNoTokenAndNoTimeStamp() {
    for (var page : PAGES) {
      assertThat(page.body()).doesNotContain("access_token=", "Bearer ");
      assertThat(page.body()).doesNotContainPattern("20[0-9]{2}-[01][0-9]-[0-3][0-9]");
    }
  }

  private static Element only(Document document, String selector) {
    var found = document.select(selector);
    assertThat(found).as(selector).hasSize(1);
    return found.get(0);
  }
}
