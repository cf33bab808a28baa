package io.kpiwidget.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** A field's rule in a profile, which may only be narrower than {@code model}, the guide's. */
record FieldRule(SchemaPart part, JsonObject model) {

  private static final String DESCRIPTION = "description";

  /** The rule as the page's filter takes it. A bound that is left out would be no bound. */
  JsonObject narrowed() {
    part.only(model.keySet());
    var rule = new JsonObject();
    for (var word : part.json().keySet()) {
      if (model.has(word) && !word.equals(DESCRIPTION)) {
        check(word);
        rule.add(word, whole(part.json().get(word)));
      }
    }
    checkNothingLacks();
    checkOrder();
    return rule;
  }

  private void check(String word) {
    var value = part.json().get(word);
    if (!narrows(word, value, model.get(word))) {
      var most = Shown.json(whole(model.get(word)));
      part.wrong(
          SiteFields.at(word),
          Shown.json(value),
          "is more than the guide's " + most,
          "Use that, or less.");
    }
  }

  private static boolean narrows(String word, JsonElement value, JsonElement model) {
    return switch (word) {
      case "minimum" -> SchemaPart.number(value) >= SchemaPart.number(model);
      case "maximum" -> SchemaPart.number(value) <= SchemaPart.number(model);
      case "maxLength" ->
          SchemaPart.number(value) >= 1 && SchemaPart.number(value) <= SchemaPart.number(model);
      case "type" -> value.equals(model) || isIntegerFor(value, model);
      // of two patterns nobody can tell which lets in less
      default -> value.equals(model);
    };
  }

  private static boolean isIntegerFor(JsonElement value, JsonElement model) {
    return SchemaPart.text(value).equals(Optional.of("integer"))
        && SchemaPart.text(model).equals(Optional.of("number"));
  }

  private void checkNothingLacks() {
    for (var word : model.keySet()) {
      if (!part.json().has(word) && !word.equals(DESCRIPTION)) {
        part.wrong("", "", "lacks \"" + word + "\"", "Take over the guide's, or less.");
      }
    }
  }

  private void checkOrder() {
    var rule = part.json();
    if (SchemaPart.number(rule.get("minimum")) > SchemaPart.number(rule.get("maximum"))) {
      part.wrong("", "", "has a minimum above its maximum", "Nothing could pass; correct one.");
    }
  }

  /** A whole number is written without a fraction, however it was read. */
  private static JsonElement whole(JsonElement value) {
    double number = SchemaPart.number(value);
    return number == Math.rint(number) ? new JsonPrimitive((long) number) : value;
  }
}
