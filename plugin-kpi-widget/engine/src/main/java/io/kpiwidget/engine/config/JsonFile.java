package io.kpiwidget.engine.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file with one JSON object. */
final class JsonFile {

  private static final Pattern PLACE = Pattern.compile(" at line \\d+ column \\d+");

  private JsonFile() {}

  /** The file's object; empty when there is none, which is noted. Blocks. */
  static Optional<Fields> read(Path file, Problems problems) {
    var tree = text(file, problems).flatMap(text -> parse(text, problems));
    if (tree.isPresent() && !(tree.get() instanceof JsonObject)) {
      wrong(problems, Rule.KIND, "not a JSON object", "Start the file with {.");
    }
    return tree.filter(JsonObject.class::isInstance)
        .map(object -> Fields.root(problems, object.getAsJsonObject()));
  }

  private static Optional<String> text(Path file, Problems problems) {
    try {
      return Optional.of(withoutMark(Files.readString(file)));
    } catch (NoSuchFileException e) {
      wrong(
          problems,
          Rule.FILE_UNREADABLE,
          "the file is missing",
          "Create it, or set the path in the desktop.");
    } catch (CharacterCodingException e) {
      wrong(problems, Rule.FILE_UNREADABLE, "the file is not UTF-8", "Save it as UTF-8.");
    } catch (IOException e) {
      wrong(
          problems,
          Rule.FILE_UNREADABLE,
          "the file cannot be read",
          "Check that the desktop may read it.");
    }
    return Optional.empty();
  }

  // some editors begin UTF-8 with a byte order mark
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Optional<JsonElement> parse(String text, Problems problems) {
    try {
      return Optional.of(StrictJson.read(new StringReader(text)));
    } catch (IOException | JsonParseException | IllegalStateException e) {
      wrong(problems, Rule.JSON, "not JSON" + told(e), "Correct the file there.");
      return Optional.empty();
    }
  }

  private static void wrong(Problems problems, Rule rule, String sentence, String nextStep) {
    problems.add(new Problem(rule, "", "", sentence, nextStep));
  }

  // Gson's own words are for programmers, but for the place
  private static String told(Exception e) {
    var words = String.valueOf(e.getMessage());
    var place = PLACE.matcher(words);
    boolean found = place.find();
    var what = found ? words.substring(0, place.start()) : words;
    return (e instanceof JsonParseException ? ": " + what : "") + (found ? place.group() : "");
  }
}
