package io.kpiwidget.engine.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.kpiwidget.engine.config.WidgetConfig.BrowserConfig;
import io.kpiwidget.engine.config.WidgetConfig.PlatformConfig;
import io.kpiwidget.engine.config.WidgetConfig.ShellToken;
import io.kpiwidget.engine.config.WidgetConfig.ViewKind;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Turns the file into {@link WidgetConfig}, or says what is wrong with it. */
final class ConfigReader {

  static final String DEFAULT_HOST_ORIGIN = "https://kpi-host.invalid";

  private ConfigReader() {}

  static WidgetConfig read(Path file) throws ConfigException {
    var root = parse(file, text(file));
    if (!(root instanceof JsonObject object)) {
      throw new ConfigException(file, "", "not a JSON object", "Start the file with {.");
    }
    return config(new Fields(file, "", object));
  }

  private static WidgetConfig config(Fields root) throws ConfigException {
    var platform = platform(root.object("platform"));
    var token = TokenReader.read(root.object("token"));
    var view = view(root, platform);
    var browser = browser(root.objectOrEmpty("browser"));
    var widget =
        root.has("widget") ? WidgetReader.read(root.object("widget")) : WidgetReader.standard();
    root.done();
    return new WidgetConfig(platform, token, view, browser, widget);
  }

  private static PlatformConfig platform(Fields fields) throws ConfigException {
    fields.choice("dialect", List.of("guide"), "guide");
    var api = fields.url("api");
    var shell = fields.optionalUrl("shell");
    var platform = new PlatformConfig(api, shell, shellToken(fields));
    fields.done();
    return platform;
  }

  private static ShellToken shellToken(Fields fields) throws ConfigException {
    if (fields.has("shellToken") && !fields.has("shell")) {
      throw fields.wrong(
          "shellToken", "there is no shell to give a token to", "Add \"shell\", or remove this.");
    }
    var name = fields.choice("shellToken", List.of("header", "post", "fragment"), "header");
    return ShellToken.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static ViewKind view(Fields root, PlatformConfig platform) throws ConfigException {
    var name = root.choice("view", List.of("kpi", "platform"), "kpi");
    if (name.equals("platform") && platform.shell().isEmpty()) {
      throw root.wrong("platform", MISSING_SHELL, "Add \"shell\" to it.");
    }
    return name.equals("kpi") ? ViewKind.KPI : ViewKind.PLATFORM;
  }

  private static final String MISSING_SHELL =
      "the view \"platform\" needs the address of the widget shell";

  private static BrowserConfig browser(Fields fields) throws ConfigException {
    var browser =
        new BrowserConfig(
            fields.truth("enabled", true),
            fields.optionalPath("java"),
            fields.optionalPath("natives"),
            hostOrigin(fields));
    fields.done();
    return browser;
  }

  private static String hostOrigin(Fields fields) throws ConfigException {
    if (!fields.has("hostOrigin")) {
      return DEFAULT_HOST_ORIGIN;
    }
    URI url = fields.url("hostOrigin");
    if (!"https".equals(url.getScheme()) || !url.getRawPath().isEmpty()) {
      throw fields.wrong("hostOrigin", "not an https origin", "Use https://host, without a path.");
    }
    return url.toString();
  }

  private static String text(Path file) throws ConfigException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ConfigException(
          file, "", "the file is missing", "Create it, or set the path in the desktop.");
    } catch (CharacterCodingException e) {
      throw new ConfigException(file, "", "the file is not UTF-8", "Save it as UTF-8.");
    } catch (IOException e) {
      throw new ConfigException(
          file, "", "the file cannot be read", "Check that the desktop may read it.");
    }
  }

  private static JsonElement parse(Path file, String text) throws ConfigException {
    try {
      return StrictJson.read(new StringReader(text));
    } catch (IOException | JsonParseException | IllegalStateException e) {
      throw new ConfigException(file, "", "not JSON: " + place(e), "Correct the file there.");
    }
  }

  // Gson's message goes on with a link for programmers after the place
  private static String place(Exception e) {
    var words = String.valueOf(e.getMessage());
    int end = words.indexOf('\n');
    return end < 0 ? words : words.substring(0, end);
  }
}
