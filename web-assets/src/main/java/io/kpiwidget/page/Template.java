package io.kpiwidget.page;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.util.HashSet;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.owasp.encoder.Encode;

/**
 * A text with placeholders that name their context: {@code ${text:x}}, {@code ${attr:x}} (quoted
 * attributes only), {@code ${json:x}} and, for our own assets, {@code ${raw:x}}.
 */
record Template(String source) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z]+):([A-Za-z]+)\\}");

  /** Gson escapes angle brackets by default, so no value can end the script element it is in. */
  private static final Gson GSON = new Gson();

  private static final Map<String, UnaryOperator<String>> CONTEXTS =
      Map.of(
          "text",
          Encode::forHtmlContent,
          "attr",
          Encode::forHtmlAttribute,
          "json",
          UnaryOperator.identity(),
          "raw",
          UnaryOperator.identity());

  /** The text for a {@code json} placeholder. */
  static String json(JsonElement value) {
    return GSON.toJson(value);
  }

  /**
   * The text with every placeholder replaced.
   *
   * @throws IllegalStateException when a value is missing or unused, which is a mistake of ours
   */
  String fill(Map<String, String> values) {
    var unused = new HashSet<>(values.keySet());
    var matcher = PLACEHOLDER.matcher(source);
    var filled = new StringBuilder();
    while (matcher.find()) {
      unused.remove(matcher.group(2));
      matcher.appendReplacement(filled, "");
      filled.append(encoded(matcher.group(1), matcher.group(2), values));
    }
    matcher.appendTail(filled);
    if (!unused.isEmpty()) {
      throw new IllegalStateException("values without a placeholder: " + unused);
    }
    return filled.toString();
  }

  private static String encoded(String context, String name, Map<String, String> values) {
    var encoder = CONTEXTS.get(context);
    var value = values.get(name);
    if (encoder == null || value == null) {
      throw new IllegalStateException("no value or context for ${" + context + ":" + name + "}");
    }
    return encoder.apply(value);
  }
}
