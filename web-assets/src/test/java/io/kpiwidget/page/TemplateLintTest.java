package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates keep to the contexts that the placeholders are safe in. */
final class TemplateLintTest {

  private static final Pattern TAG = Pattern.compile("<[a-z][^<>]*>");
  private static final Pattern BLOCK =
      Pattern.compile("<(script|style)([^>]*)>(.*?)</\\1>", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "kpi.html", "kpi-frame.html", "platform-frame.html"})
  void template_keepsToItsContexts(String name) {
    var source = Resources.text(name);
    TAG.matcher(source).results().forEach(tag -> checkTag(tag.group()));
    BLOCK
        .matcher(source)
        .results()
        .forEach(block -> assertThat(block.group(3)).matches("\\$\\{(?:raw|json):[a-z]+\\}"));
    assertThat(BLOCK.matcher(source).replaceAll("")).doesNotContain("${raw:style", "${json:");
  }

  private static void checkTag(String tag) {
    assertThat(tag)
        .doesNotContain("${text:", "${raw:", "${json:", "javascript:")
        .doesNotContainPattern("\\s(?:on\\w+|style|srcdoc|loading|csp|nonce|allowfullscreen)=")
        .doesNotContainPattern("=(?!\")(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*>$)");
    // every placeholder is a whole attribute value
    assertThat(tag.replaceAll("=\"\\$\\{attr:[a-z]+\\}\"", "")).doesNotContain("${");
  }
}
