package io.kpiwidget.page;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the platform's frame may say, for the page's message filter. Made of a JSON Schema of a
 * narrow kind, so that what is published and what is enforced is one file; {@code
 * messages-guide.schema.json} shows the kind, with the names of the guide. Immutable.
 */
public final class Profile {

  /** The guide's names, and ours for what it leaves open. */
  static final String GUIDE = "messages-guide.schema.json";

  private final JsonObject messages;

  private Profile(JsonObject messages) {
    this.messages = messages;
  }

  /** The guide's own. */
  public static Profile guide() {
    return of(guideSchema());
  }

  private static JsonObject guideSchema() {
    return JsonParser.parseString(Resources.text(GUIDE)).getAsJsonObject();
  }

  /**
   * Reads {@code file}, which another one names at {@code pointer}. Blocks.
   *
   * @throws SiteException with everything that is wrong with it, told at {@code pointer}
   */
  public static Profile read(Path file, String pointer) {
    try {
      return of(SiteFile.object(SiteFile.text(file)));
    } catch (SiteException e) {
      var name = Shown.text(String.valueOf(file.getFileName()));
      throw new SiteException(
          e.problems().stream().map(each -> told(each, pointer, name)).toList());
    }
  }

  private static Problem told(Problem of, String pointer, String name) {
    var where = of.pointer().isEmpty() ? name : name + " at " + of.pointer();
    return new Problem(pointer, of.value(), where + ": " + of.sentence(), of.nextStep());
  }

  /**
   * Reads a profile.
   *
   * @throws SiteException with everything that the page's filter would not enforce
   */
  static Profile of(JsonObject schema) {
    return new Profile(new ProfileReader(guideSchema().getAsJsonObject("$defs")).messages(schema));
  }

  /**
   * By the type that the frame writes: what it means, its fields' rules, which of them it needs.
   */
  JsonObject messages() {
    return messages.deepCopy();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Profile that && messages.equals(that.messages);
  }

  @Override
  public int hashCode() {
    return messages.hashCode();
  }
}
