package io.kpiwidget.panel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.kpiwidget.panel.swing.Shown;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the page posted. The page is ours, but it runs where foreign content runs too: every
 * length and type is checked, and what is not known is refused as a whole.
 */
final class PageMessages {

  static final int LONGEST = 256 * 1024;
  private static final int ENTRIES = 200;
  private static final int TEXT = 2048;

  private PageMessages() {}

  /** The message, or empty when it is not exactly as it should be. */
  static Optional<PageMessage> parse(String json) {
    if (json.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var object = strict(json);
      return Optional.ofNullable(message(text(object, "type"), object));
    } catch (IOException | JsonParseException | BadMessage e) {
      // counted by the caller; what a page says is not worth a log line of its own
      return Optional.empty();
    }
  }

  private static JsonObject strict(String json) throws IOException, BadMessage {
    var reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    var element = JsonParser.parseReader(reader);
    if (reader.peek() != com.google.gson.stream.JsonToken.END_DOCUMENT) {
      throw new BadMessage();
    }
    return object(element);
  }

  private static @Nullable PageMessage message(String type, JsonObject json) throws BadMessage {
    return switch (type) {
      case "hello" -> new PageMessage.Hello();
      case "ready" -> new PageMessage.Ready();
      case "blank" -> new PageMessage.Blank();
      case "shown" -> shown(json);
      case "frames" -> new PageMessage.Frames(frames(json), (int) number(json.get("history")));
      case "widget" -> widget(object(json.get("message")));
      case "trouble" -> trouble(text(json, "code"));
      case "rejected" -> new PageMessage.Rejected(counts(json));
      case "action" -> action(json);
      case "violation" -> new PageMessage.Violation(text(json, "directive"));
      default -> null;
    };
  }

  private static PageMessage widget(JsonObject message) throws BadMessage {
    var code = message.has("code") ? text(message, "code") : "";
    return new PageMessage.Widget(text(message, "type"), code);
  }

  private static @Nullable PageMessage trouble(String code) {
    return switch (code) {
      case PageMessage.Trouble.TOKEN_NOT_TAKEN,
          PageMessage.Trouble.NOT_READY,
          PageMessage.Trouble.FRAME_SILENT,
          PageMessage.Trouble.QUARANTINED ->
          new PageMessage.Trouble(code);
      default -> null;
    };
  }

  private static @Nullable PageMessage action(JsonObject json) throws BadMessage {
    return text(json, "name").equals("refresh") ? new PageMessage.Refresh() : null;
  }

  private static PageMessage shown(JsonObject json) throws BadMessage {
    var queues = new ArrayList<Shown.Queue>();
    for (var element : array(json, "queues")) {
      var queue = object(element);
      var name = queue.has("name") ? text(queue, "name") : "";
      queues.add(new Shown.Queue(text(queue, "id"), name, figures(queue, "cells")));
    }
    var version = (long) number(json.get("version"));
    var shown = new Shown(figures(json, "kpis"), queues, notices(json));
    return new PageMessage.Figures(version, shown);
  }

  private static List<String> notices(JsonObject json) throws BadMessage {
    var sentences = new ArrayList<String>();
    if (json.has("notices")) {
      for (var element : array(json, "notices")) {
        sentences.add(text(element));
      }
    }
    return sentences;
  }

  private static Map<String, Shown.Figure> figures(JsonObject json, String key) throws BadMessage {
    var figures = new LinkedHashMap<String, Shown.Figure>();
    for (var entry : entries(json.get(key)).entrySet()) {
      var figure = object(entry.getValue());
      var value = figure.get("value");
      boolean absent = value == null || value.isJsonNull();
      var number = absent ? null : (Double) number(value);
      var reason = figure.has("reason") ? text(figure, "reason").replace("\u200b", "") : "";
      figures.put(entry.getKey(), new Shown.Figure(text(figure, "text"), number, reason));
    }
    return figures;
  }

  private static List<PageMessage.Frame> frames(JsonObject json) throws BadMessage {
    var frames = new ArrayList<PageMessage.Frame>();
    for (var element : array(json, "frames")) {
      var frame = object(element);
      frames.add(
          new PageMessage.Frame(
              text(frame, "id"),
              text(frame, "sandbox"),
              text(frame, "origin"),
              bare(text(frame, "src"))));
    }
    return frames;
  }

  /** A URL's query and fragment may carry what nobody should read in a report. */
  private static String bare(String url) {
    return url.split("[?#]", 2)[0];
  }

  private static Map<String, Long> counts(JsonObject json) throws BadMessage {
    var counts = new LinkedHashMap<String, Long>();
    for (var entry : entries(json.get("counts")).entrySet()) {
      counts.put(entry.getKey(), (long) number(entry.getValue()));
    }
    return counts;
  }

  private static Map<String, JsonElement> entries(@Nullable JsonElement element) throws BadMessage {
    var entries = object(element).asMap();
    check(entries.size() <= ENTRIES && entries.keySet().stream().allMatch(k -> k.length() <= 64));
    return entries;
  }

  private static List<JsonElement> array(JsonObject json, String key) throws BadMessage {
    var element = present(json.get(key));
    check(element.isJsonArray() && element.getAsJsonArray().size() <= ENTRIES);
    return element.getAsJsonArray().asList();
  }

  private static JsonObject object(@Nullable JsonElement element) throws BadMessage {
    var there = present(element);
    check(there.isJsonObject());
    return there.getAsJsonObject();
  }

  private static String text(JsonObject json, String key) throws BadMessage {
    return text(present(json.get(key)));
  }

  private static String text(JsonElement element) throws BadMessage {
    check(element.isJsonPrimitive() && element.getAsJsonPrimitive().isString());
    check(element.getAsString().length() <= TEXT);
    return element.getAsString();
  }

  private static double number(@Nullable JsonElement element) throws BadMessage {
    var there = present(element);
    check(there.isJsonPrimitive() && there.getAsJsonPrimitive().isNumber());
    double number = there.getAsDouble();
    check(Double.isFinite(number));
    return number;
  }

  private static JsonElement present(@Nullable JsonElement element) throws BadMessage {
    if (element == null) {
      throw new BadMessage();
    }
    return element;
  }

  private static void check(boolean rule) throws BadMessage {
    if (!rule) {
      throw new BadMessage();
    }
  }

  /** Not as it should be. */
  private static final class BadMessage extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
