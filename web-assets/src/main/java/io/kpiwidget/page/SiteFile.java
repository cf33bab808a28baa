package io.kpiwidget.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A site as a file: JSON, in UTF-8. */
final class SiteFile {

  /** Gson says where only within its own words, which are for programmers. */
  private static final Pattern PLACE = Pattern.compile(" at line \\d+ column \\d+");

  private static final int LARGEST = 1 << 20;

  private SiteFile() {}

  /**
   * Blocks.
   *
   * @throws SiteException with everything that is wrong with it
   */
  static Site read(Path file) {
    return parse(text(file), file);
  }

  /** {@code file}: where the text is from; what it names lies beside it. */
  static Site parse(String text, Path file) {
    return new SiteReader(object(text), file).site();
  }

  /** The only value in {@code text}, which must be an object. */
  static JsonObject object(String text) {
    if (tree(text) instanceof JsonObject object) {
      return object;
    }
    throw wrong("not a JSON object", "Start the file with {.");
  }

  /** What is written in {@code file}. Blocks. */
  static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw wrong("the file is larger than " + LARGEST + " bytes", "Name the right one.");
      }
      var text = Files.readString(file);
      // some editors begin UTF-8 with a byte order mark
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw wrong("the file is missing", "Create it, or correct its name.");
    } catch (CharacterCodingException e) {
      throw wrong("the file is not UTF-8", "Save it as UTF-8.");
    } catch (IOException e) {
      throw wrong("the file cannot be read", "Check that it is a file you may read.");
    }
  }

  private static JsonElement tree(String text) {
    try {
      return SiteJson.read(text);
    } catch (IOException | JsonParseException | IllegalStateException e) {
      var words = String.valueOf(e.getMessage());
      var place = PLACE.matcher(words);
      var told = e instanceof JsonParseException ? ": " + words : place.find() ? place.group() : "";
      throw wrong("not JSON" + told, "Correct the file there.");
    }
  }

  private static SiteException wrong(String sentence, String nextStep) {
    return new SiteException(List.of(new Problem("", "", sentence, nextStep)));
  }
}
