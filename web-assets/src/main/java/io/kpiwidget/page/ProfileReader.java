package io.kpiwidget.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a profile beside the guide's. Names of messages are free; what is let in may be less than
 * the guide lets in, and never more, since the page's scripts and Java count on it.
 */
final class ProfileReader {

  private static final String FROM_HOST = "fromHost";
  private static final String REFERENCE = "#/$defs/";
  private static final Set<String> OF_FILE =
      Set.of("$schema", "$id", "title", "description", "oneOf", "$defs");
  private static final Set<String> OF_MESSAGE =
      Set.of("description", "type", "properties", "required", "additionalProperties");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9:._/-]{1,64}");

  private final JsonObject guide;
  private final JsonObject messages = new JsonObject();

  /** {@code guide}: the definitions of the guide's own profile. */
  ProfileReader(JsonObject guide) {
    this.guide = guide;
  }

  /**
   * The messages by the type that the frame writes: what it means, its fields' rules, which of them
   * it needs.
   *
   * @throws SiteException with everything that is wrong
   */
  JsonObject messages(JsonObject schema) {
    var root = new SchemaPart(schema, "", new ArrayList<>());
    root.only(OF_FILE);
    var definitions = root.object("$defs");
    definitions.json().keySet().forEach(meaning -> definition(meaning, definitions));
    checkListed(root, definitions);
    if (!definitions.json().has("widget:ready")) {
      definitions.wrong(
          "", "", "lacks \"widget:ready\": the page shows a frame that has said it", "Add it.");
    }
    if (!root.problems().isEmpty()) {
      throw new SiteException(root.problems());
    }
    return messages;
  }

  private void definition(String meaning, SchemaPart definitions) {
    if (meaning.equals(FROM_HOST)) {
      checkFromHost(definitions);
    } else if (guide.has(meaning)) {
      message(definitions.object(meaning), meaning);
    } else {
      definitions.wrong(
          SiteFields.at(meaning),
          "",
          "is nothing that a frame's message can mean",
          "Use of " + String.join(", ", meanings(guide)) + ".");
    }
  }

  private static Set<String> meanings(JsonObject definitions) {
    var meanings = new LinkedHashSet<>(definitions.keySet());
    meanings.remove(FROM_HOST);
    return meanings;
  }

  // another name there would be a promise that the page does not keep
  private void checkFromHost(SchemaPart definitions) {
    if (!definitions.json().get(FROM_HOST).equals(guide.get(FROM_HOST))) {
      definitions.wrong(
          SiteFields.at(FROM_HOST),
          "",
          "is not what the page says",
          "Leave it out, or as the guide has it.");
    }
  }

  private static void checkListed(SchemaPart root, SchemaPart definitions) {
    var left = meanings(definitions.json());
    var listed = root.array("oneOf");
    for (int i = 0; i < listed.size(); i++) {
      if (!left.remove(referred(listed.get(i)))) {
        root.wrong(
            "/oneOf/" + i,
            Shown.json(listed.get(i)),
            "is no message of $defs, or one that is there twice",
            "Write {\"$ref\": \"#/$defs/...\"}, once for each.");
      }
    }
    for (var meaning : left) {
      definitions.wrong(
          SiteFields.at(meaning), "", "is not in oneOf", "Add it there, or remove it here.");
    }
  }

  /** Empty where nothing is referred to. */
  private static String referred(JsonElement element) {
    return element instanceof JsonObject object && object.size() == 1
        ? SchemaPart.text(object.get("$ref"))
            .filter(reference -> reference.startsWith(REFERENCE))
            .map(reference -> reference.substring(REFERENCE.length()))
            .orElse("")
        : "";
  }

  private void message(SchemaPart message, String meaning) {
    message.only(OF_MESSAGE);
    message.fixed("type", new JsonPrimitive("object"));
    message.fixed("additionalProperties", new JsonPrimitive(false));
    var model = guide.getAsJsonObject(meaning);
    var properties = message.object("properties");
    var shape = new JsonObject();
    shape.addProperty("means", meaning);
    shape.add("fields", fields(properties, model.getAsJsonObject("properties")));
    shape.add("required", required(message, properties, model));
    name(properties.object("type")).ifPresent(name -> add(name, shape, properties));
  }

  private void add(String name, JsonObject shape, SchemaPart properties) {
    if (messages.has(name)) {
      properties.wrong(
          "/type/const", Shown.text(name), "is another message's name, too", "Give it its own.");
    }
    messages.add(name, shape);
  }

  private static Optional<String> name(SchemaPart type) {
    type.only(Set.of("description", "const"));
    var name =
        SchemaPart.text(type.json().get("const"))
            .filter(each -> NAME.matcher(each).matches() && !Tokens.namedIn(each));
    if (name.isEmpty()) {
      type.wrong(
          "/const",
          "",
          "is no name of a message",
          "Write the type that the frame's message has: up to 64 letters, digits and :._/-");
    }
    return name;
  }

  private static JsonObject fields(SchemaPart properties, JsonObject model) {
    properties.only(model.keySet());
    var fields = new JsonObject();
    for (var field : properties.json().keySet()) {
      if (model.has(field) && !field.equals("type")) {
        var rule = new FieldRule(properties.object(field), model.getAsJsonObject(field));
        fields.add(field, rule.narrowed());
      }
    }
    return fields;
  }

  private static JsonArray required(SchemaPart message, SchemaPart properties, JsonObject model) {
    var needed = message.array("required");
    var fields = new JsonArray();
    for (int i = 0; i < needed.size(); i++) {
      var field = SchemaPart.text(needed.get(i)).filter(properties.json()::has);
      field.filter(name -> !name.equals("type")).ifPresent(fields::add);
      if (field.isEmpty()) {
        var value = Shown.json(needed.get(i));
        message.wrong("/required/" + i, value, "is none of the properties", "Remove it.");
      }
    }
    for (var field : model.getAsJsonArray("required")) {
      if (!needed.contains(field)) {
        var lacks = "lacks " + Shown.json(field);
        message.wrong("/required", "", lacks, "Add it: the page cannot do without.");
      }
    }
    return fields;
  }
}
