package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

  @Test
  void of_theGuidesFile_isTheGuide_howeverItsNumbersAreRead() {
    assertThat(Profile.of(SiteFile.object(Resources.text(Profile.GUIDE))))
        .isEqualTo(Profile.guide());
  }

  @Test
  void of_lessThanTheGuide_isTaken() {
    var less =
        guideWith("\"maximum\": 10000}\\s*}", "\"maximum\": 900}}")
            .replace("\"maxLength\": 64", "\"maxLength\": 8")
            .replace("{\"$ref\": \"#/$defs/widget:refresh\"},", "")
            .replaceFirst("(?s)\"widget:refresh\": \\{.*?false\\s*},", "");
    var messages = Profile.of(SiteFile.object(less)).messages();
    assertThat(messages.keySet()).hasSize(5).doesNotContain("widget:refresh");
    assertThat(messages.toString()).contains("\"maxLength\":8", "\"maximum\":900}");
  }

  /** What the page's filter or those behind it would not enforce, or could not do without. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"widget:ready\"}}'|'\"widget:ready\"}, \"more\": {\"type\": \"string\"}}'"
            + "|/$defs/widget:ready/properties/more|would not be enforced",
        "'\"maxLength\": 64'|'\"maxLength\": 64, \"format\": \"uri\"'"
            + "|/$defs/widget:error/properties/code/format|would not be enforced",
        "'\"maxLength\": 64,'|''|/$defs/widget:error/properties/code|lacks \"maxLength\"",
        "'\"maxLength\": 64'|'\"maxLength\": 65'"
            + "|/$defs/widget:error/properties/code/maxLength|is more than the guide's 64",
        "'\"maxLength\": 64'|'\"maxLength\": \"64\"'"
            + "|/$defs/widget:error/properties/code/maxLength|is more than the guide's 64",
        "'[A-Za-z0-9_.-]+'|'(a+)+'"
            + "|/$defs/widget:error/properties/code/pattern|is more than the guide's",
        "'\"height\": {\"type\": \"number\"'|'\"height\": {\"type\": \"string\"'"
            + "|/$defs/widget:dimensions/properties/height/type|is more than the guide's",
        "'\"number\", \"minimum\": 1, \"maximum\": 10000},'"
            + "|'\"integer\", \"minimum\": 9, \"maximum\": 8},'"
            + "|/$defs/widget:dimensions/properties/height|has a minimum above its maximum",
        "'\"required\": [\"type\"],'|'\"required\": [\"type\"], \"minProperties\": 1,'"
            + "|/$defs/widget:ready/minProperties|would not be enforced",
        "'\"required\": [\"type\", \"height\"]'|'\"required\": [\"type\"]'"
            + "|/$defs/widget:dimensions/required|lacks \"height\"",
        "'\"required\": [\"type\", \"height\"]'|'\"required\": [\"type\", \"height\", \"depth\"]'"
            + "|/$defs/widget:dimensions/required/2|is none of the properties",
        "'\"required\": [\"type\"]'|'\"required\": \"type\"'"
            + "|/$defs/widget:ready/required|is no array",
        "'\"additionalProperties\": false'|'\"additionalProperties\": {}'"
            + "|/$defs/widget:ready|needs \"additionalProperties\": false",
        "'\"widget:ready\": {'|'\"widget:surprise\": {'"
            + "|/$defs/widget:surprise|is nothing that a frame's message can mean",
        "'\"widget:ready\": {'|'\"widget:ready\": 1, \"x\": {'|/$defs/widget:ready|is no object",
        "'{\"const\": \"widget:ready\"}'|'{\"const\": \"widget:refresh\"}'"
            + "|/$defs/widget:refresh/properties/type/const|is another message's name",
        "'{\"const\": \"widget:ready\"}'|'{\"const\": \"</script>\"}'"
            + "|/$defs/widget:ready/properties/type/const|is no name of a message",
        "'{\"const\": \"widget:ready\"}'|'{\"const\": \"access_token\"}'"
            + "|/$defs/widget:ready/properties/type/const|is no name of a message",
        "'{\"const\": \"widget:ready\"}'|'{\"enum\": [\"widget:ready\"]}'"
            + "|/$defs/widget:ready/properties/type/enum|would not be enforced",
        "'{\"$ref\": \"#/$defs/widget:ready\"},'|''|/$defs/widget:ready|is not in oneOf",
        "'#/$defs/widget:ready'|'#/$defs/widget:refresh'|/oneOf/2|is no message of $defs",
        "'#/$defs/widget:ready'|'#/$defs/fromHost'|/oneOf/0|is no message of $defs",
        "'\"const\": \"widget:token\"'|'\"const\": \"acme:token\"'"
            + "|/$defs/fromHost|is not what the page says",
        "'\"oneOf\": ['|'\"anyOf\": ['|/anyOf|would not be enforced",
        "'\"$defs\": {'|'\"definitions\": {'|/$defs|lacks \"widget:ready\""
      })
  void of_whatWouldNotBeEnforced_isRefusedAtItsPlace(
      String was, String is, String pointer, String sentence) {
    var schema = Resources.text(Profile.GUIDE);
    assertThat(schema).contains(was);
    var changed = SiteFile.object(schema.replaceFirst(Pattern.quote(was), quoted(is)));
    var refusal = catchThrowableOfType(SiteException.class, () -> Profile.of(changed));
    assertThat(refusal.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.sentence()).startsWith(sentence);
              assertThat(problem.nextStep()).isNotEmpty();
            });
  }

  @Test
  void of_severalMistakes_areToldTogether() {
    var schema =
        Resources.text(Profile.GUIDE)
            .replace("\"additionalProperties\": false", "\"additionalProperties\": true");
    var refusal =
        catchThrowableOfType(SiteException.class, () -> Profile.of(SiteFile.object(schema)));
    assertThat(refusal.problems()).hasSizeGreaterThanOrEqualTo(6);
  }

  private static String guideWith(String was, String is) {
    var schema = Resources.text(Profile.GUIDE);
    assertThat(schema).containsPattern(was);
    return schema.replaceFirst(was, is);
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
