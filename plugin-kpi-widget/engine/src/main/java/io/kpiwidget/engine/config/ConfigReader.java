package io.kpiwidget.engine.config;

import io.kpiwidget.engine.config.WidgetConfig.BrowserConfig;
import io.kpiwidget.engine.config.WidgetConfig.PlatformConfig;
import io.kpiwidget.engine.config.WidgetConfig.ShellToken;
import io.kpiwidget.engine.config.WidgetConfig.ViewKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the file into {@link WidgetConfig}, or says what is wrong with it. */
final class ConfigReader {

  static final String DEFAULT_HOST_ORIGIN = "https://kpi-host.invalid";

  private ConfigReader() {}

  static WidgetConfig read(Path file) throws ConfigException {
    var problems = new Problems();
    var config = JsonFile.read(file, problems).map(root -> config(root, problems));
    problems.refuse(file);
    return config.orElseThrow();
  }

  static WidgetConfig config(Fields root, Problems problems) {
    root.optionalText("$schema"); // for editors
    var platform = platform(root.object("platform"));
    var token = TokenReader.read(root.object("token").discreet());
    var view = view(root, platform);
    var browser = browser(root.objectOrEmpty("browser"));
    refuseOneOrigin(root, view, platform, browser);
    var widgets = widgets(root);
    var contact = root.optionalText("contact");
    root.done();
    return new WidgetConfig(platform, token, view, browser, widgets, contact, problems.all());
  }

  private static List<WidgetDefinition> widgets(Fields root) {
    if (root.has("widgets")) {
      return WidgetReader.several(root);
    }
    return List.of(
        root.has("widget") ? WidgetReader.read(root.object("widget")) : WidgetReader.standard());
  }

  private static PlatformConfig platform(Fields fields) {
    fields.choice(Rule.CHOICE, "dialect", List.of("guide"), "guide");
    var api = Addresses.base(fields, "api");
    var shell = Addresses.optionalBase(fields, "shell");
    var sandbox = SandboxFlags.read(fields);
    var platform = new PlatformConfig(api, shell, shellToken(fields), sandbox, messages(fields));
    fields.done();
    return platform;
  }

  private static ShellToken shellToken(Fields fields) {
    needsShell(fields, "shellToken", "there is no shell to give a token to");
    var names = List.of("header", "post", "fragment");
    var name = fields.choice(Rule.CHOICE, "shellToken", names, "header");
    return ShellToken.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Optional<Path> messages(Fields fields) {
    needsShell(fields, "messages", "there is no shell that says anything");
    return Addresses.optionalPath(fields, "messages");
  }

  private static void needsShell(Fields fields, String name, String sentence) {
    if (fields.has(name) && !fields.has("shell")) {
      fields.wrong(Rule.SHELL_MISSING, name, sentence, "Add \"shell\", or remove this.");
    }
  }

  private static ViewKind view(Fields root, PlatformConfig platform) {
    var name = root.choice(Rule.CHOICE, "view", List.of("kpi", "platform"), "kpi");
    if (name.equals("platform") && platform.shell().isEmpty() && isSilentOfShell(root)) {
      root.wrong(
          Rule.SHELL_MISSING,
          "platform",
          "the view \"platform\" needs the address of the widget shell",
          "Add \"shell\" to it.");
    }
    return name.equals("kpi") ? ViewKind.KPI : ViewKind.PLATFORM;
  }

  // what is about a shell that is missing has been told of
  private static boolean isSilentOfShell(Fields root) {
    return root.hasObject("platform")
        && Stream.of("shellToken", "messages").noneMatch(root.object("platform")::isNamed);
  }

  private static BrowserConfig browser(Fields fields) {
    var browser =
        new BrowserConfig(
            fields.truth("enabled", true),
            Addresses.optionalPath(fields, "java"),
            Addresses.optionalPath(fields, "natives"),
            Addresses.optionalBase(fields, "mirror"),
            hostOrigin(fields));
    fields.done();
    return browser;
  }

  private static String hostOrigin(Fields fields) {
    if (!fields.has("hostOrigin")) {
      return DEFAULT_HOST_ORIGIN;
    }
    URI url = Addresses.base(fields, "hostOrigin");
    if (!"https".equals(url.getScheme()) || !url.getRawPath().isEmpty()) {
      fields.wrong(
          Rule.ORIGIN, "hostOrigin", "not an https origin", "Use https://host, without a path.");
    }
    return url.toString();
  }

  // scripts of the page's own origin could take the sandbox off the frame they run in
  private static void refuseOneOrigin(
      Fields root, ViewKind view, PlatformConfig platform, BrowserConfig browser) {
    boolean same =
        platform
            .shell()
            .filter(shell -> !shell.equals(Addresses.NOWHERE))
            .map(Urls::origin)
            .stream()
            .anyMatch(Urls.origin(URI.create(browser.hostOrigin()))::equals);
    if (view == ViewKind.PLATFORM && same && platform.sandbox().containsAll(SandboxFlags.PAIR)) {
      root.wrong(
          Rule.SANDBOX_SAME_ORIGIN,
          root.hasObject("browser") ? "browser" : "platform",
          "\"allow-scripts\" with \"allow-same-origin\" is no sandbox on the host page's own"
              + " origin",
          "Give the host page an origin of its own with \"hostOrigin\".");
    }
  }
}
