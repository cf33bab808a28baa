package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published as the guide's messages, and what the page's filter takes. */
final class ProfileTest {

  private static final URI GUIDE = URI.create("https://kpi-widget.invalid/" + Profile.GUIDE);

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

  @BeforeAll
  static void scripts() {
    Js.script("vectors.js");
  }

  /** Those that come from the frame itself and that JSON can say. */
  static Stream<Vectors.Vector> vectors() {
    return Vectors.all()
        .filter(vector -> !vector.ofAStranger())
        .filter(vector -> !asJson(vector).isEmpty());
  }

  private static String asJson(Vectors.Vector vector) {
    return Js.run("message-filter.js", "return vectorJson(args[0])", vector.event().toString())
        .asString();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void schema_vector_isJudgedAsByTheFilter(Vectors.Vector vector) {
    validator.registerSchema(GUIDE, JsonParser.parseString(Resources.text(Profile.GUIDE)));
    var valid = validator.validate(GUIDE, JsonParser.parseString(asJson(vector))).isValid();
    assertThat(valid).isEqualTo(vector.expected().equals("accept"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"widget:ready\"}}|\"widget:ready\"}, \"more\": {\"type\": \"boolean\"}}|more needs a type",
        "\"maxLength\": 64|\"format\": \"uri\"|properties/code may only have",
        "\"required\": [\"type\"],|\"required\": [\"type\"], \"minProperties\": 1,|may only have",
        "#/$defs/widget:ready|#/$defs/widget:surprise|is none of"
      })
  void of_ruleThatTheFilterWouldNotEnforce_isRefused(String was, String is, String problem) {
    var schema = Resources.text(Profile.GUIDE);
    assertThat(schema).contains(was);
    assertThatThrownBy(() -> Profile.of(schema.replace(was, is)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource({"false, true", "false, {}"})
  void of_openMessage_isRefused(String was, String is) {
    var schema = Resources.text(Profile.GUIDE);
    assertThatThrownBy(
            () ->
                Profile.of(
                    schema.replace(
                        "\"additionalProperties\": " + was, "\"additionalProperties\": " + is)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("additionalProperties");
  }
}
