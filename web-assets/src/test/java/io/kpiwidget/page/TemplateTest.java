package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.gson.JsonPrimitive;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {

  @Test
  void fill_eachContext_hasItsOwnEscapes() {
    var values = Map.of("x", "<a \"b\" & 'c'>$1\\");
    assertThat(new Template("<p>${text:x}</p>").fill(values))
        .isEqualTo("<p>&lt;a \"b\" &amp; 'c'&gt;$1\\</p>");
    assertThat(new Template("<p title=\"${attr:x}\">").fill(values))
        .isEqualTo("<p title=\"&lt;a &#34;b&#34; &amp; &#39;c&#39;>$1\\\">");
    assertThat(new Template("${raw:x}").fill(values)).isEqualTo(values.get("x"));
  }

  @Test
  void fill_valueThatLooksLikeAPlaceholder_isNotFilledAgain() {
    assertThat(new Template("${raw:x} ${raw:y}").fill(Map.of("x", "${raw:y}", "y", "1")))
        .isEqualTo("${raw:y} 1");
  }

  @Test
  void json_scriptEnd_cannotLeaveItsElement() {
    assertThat(Template.json(new JsonPrimitive("</script><!--&'")))
        .doesNotContain("<", ">", "&", "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${text:absent}", "${url:x}", "${html:x}"})
  void fill_missingValueOrContext_isAMistake(String source) {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Template(source + "${text:x}").fill(Map.of("x", "1")))
        .withMessageContaining(source);
  }

  @Test
  void fill_unusedValue_isAMistake() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Template("${text:x}").fill(Map.of("x", "1", "y", "2")))
        .withMessageContaining("[y]");
  }
}
