package io.kpiwidget.page;

import com.google.gson.JsonObject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A site's members by their meaning. Where one is wrong something harmless is read in its place, so
 * that the rules between the members are checked as well and everything is told at once.
 */
final class SiteReader {

  static final List<String> KEYS =
      List.of(
          "$schema",
          "development",
          "hostOrigin",
          "platformOrigins",
          "loginOrigin",
          "shell",
          "fallbackHeight",
          "sandbox",
          "messages",
          "kpiView",
          "kpiSandbox",
          "dataSource",
          "title",
          "locale");

  private static final List<String> OF_THE_PLATFORM =
      List.of("loginOrigin", "shell", "fallbackHeight", "sandbox", "messages");

  private static final String TITLE = "Contact centre figures";
  private static final int FALLBACK_HEIGHT = 600;

  private final SiteFields fields;
  private final Path file;
  private final boolean development;
  private int unread;

  /** {@code file}: beside it lies what it names. */
  SiteReader(JsonObject json, Path file) {
    this.file = file;
    fields = new SiteFields(json);
    development = fields.flag("development", false);
  }

  /**
   * The site.
   *
   * @throws SiteException with everything that is wrong
   */
  Site site() {
    fields.checkKeys(KEYS);
    checkKpiSandbox();
    var broken = new ArrayList<Problem>();
    var site = site(broken);
    broken.addAll(0, fields.problems());
    return site.filter(whole -> broken.isEmpty()).orElseThrow(() -> new SiteException(broken));
  }

  private Optional<Site> site(List<Problem> broken) {
    try {
      return Optional.of(
          new Site(
              host(),
              platform(),
              fields.flag("kpiView", true),
              fields.flag("dataSource", true),
              titles()));
    } catch (SiteException e) {
      broken.addAll(e.problems());
      return Optional.empty();
    }
  }

  private Origin host() {
    if (!fields.has("hostOrigin")) {
      fields.wrong(
          "/hostOrigin", "", "is missing", "Name the origin that the pages are served from.");
    }
    return origin("hostOrigin").orElseGet(this::harmless);
  }

  /** Different from all others, so that it breaks no rule. */
  private Origin harmless() {
    return Origin.of("https://unread-" + ++unread + ".invalid");
  }

  private Optional<PlatformShell> platform() {
    if (!fields.has("platformOrigins")) {
      OF_THE_PLATFORM.stream().filter(fields::has).forEach(this::unused);
      return Optional.empty();
    }
    int before = unread;
    var origins = origins();
    boolean sure = unread == before;
    return Optional.of(
        new PlatformShell(
            origins,
            origin("loginOrigin"),
            fields.text("shell").map(shell -> sure ? shell : uncertain(shell, origins.get(0))),
            fields.number("fallbackHeight", FALLBACK_HEIGHT),
            sandbox(),
            messages()));
  }

  private Profile messages() {
    try {
      return fields
          .text("messages")
          .map(name -> Profile.read(file.resolveSibling(name), "/messages"))
          .orElseGet(Profile::guide);
    } catch (SiteException e) {
      e.problems().forEach(fields::wrong);
    } catch (InvalidPathException e) {
      fields.wrong("/messages", "", "is no path: " + e.getReason(), "Name a file.");
    }
    return Profile.guide();
  }

  // whether it is below an origin that could not be read, nobody knows
  private static String uncertain(String shell, Origin harmless) {
    return Tokens.namedIn(shell) ? shell : harmless + "/";
  }

  private void unused(String key) {
    fields.wrong(
        SiteFields.at(key),
        "",
        "is about a platform's frame, of which there is none",
        "Name platformOrigins, or leave it out.");
  }

  private List<Origin> origins() {
    var texts = fields.texts("platformOrigins");
    if (texts.isEmpty()) {
      return List.of(harmless());
    }
    var origins = new ArrayList<Origin>();
    for (int i = 0; i < texts.get().size(); i++) {
      origins.add(origin("/platformOrigins/" + i, texts.get().get(i)));
    }
    return origins;
  }

  private Optional<Origin> origin(String key) {
    return fields.text(key).map(text -> origin(SiteFields.at(key), text));
  }

  private Origin origin(String pointer, String text) {
    var slip = OriginSlip.of(text).or(() -> elsewhere(Origin.of(text)));
    if (slip.isEmpty()) {
      return Origin.of(text);
    }
    fields.wrong(pointer, Shown.text(text), slip.get().sentence(), slip.get().nextStep());
    return harmless();
  }

  private Optional<OriginSlip> elsewhere(Origin origin) {
    return origin.loopback() && !development
        ? Optional.of(
            new OriginSlip(
                "is this computer, which is another one for each agent",
                "Name the real host; to try it out here, add \"development\": true."))
        : Optional.empty();
  }

  private Set<String> sandbox() {
    var most = PlatformShell.MOST_ALLOWED;
    return new LinkedHashSet<>(fields.texts("sandbox").orElse(most));
  }

  /** Nothing to choose: it is for whoever gives the KPI view what the guide gives the platform. */
  private void checkKpiSandbox() {
    var flags = fields.texts("kpiSandbox").orElse(List.of(Policy.KPI_SANDBOX));
    if (!flags.equals(List.of(Policy.KPI_SANDBOX))) {
      fields.wrong(
          "/kpiSandbox",
          Shown.text(String.join(" ", flags)),
          flags.contains("allow-same-origin")
              ? "allow-same-origin with allow-scripts lets a page of the host's own origin take off"
                  + " its sandbox; the KPI view is to be opaque"
              : "the KPI view needs " + Policy.KPI_SANDBOX + " and nothing else",
          "Leave it out.");
    }
  }

  private Titles titles() {
    return fields.object("title").map(this::titles).orElseGet(this::title);
  }

  private Titles title() {
    var locale = fields.text("locale").flatMap(tag -> locale("/locale", tag));
    return Titles.of(locale.orElse(Locale.ENGLISH), fields.text("title").orElse(TITLE));
  }

  private Titles titles(JsonObject byTag) {
    var titles = new LinkedHashMap<Locale, String>();
    for (var tag : firstFirst(byTag.keySet())) {
      var pointer = "/title" + SiteFields.at(tag);
      var title = fields.text(pointer, byTag.get(tag)).orElse(TITLE);
      locale(pointer, tag).ifPresent(locale -> put(titles, pointer, locale, title));
    }
    return titles.isEmpty() && !byTag.isEmpty()
        ? Titles.of(Locale.ENGLISH, TITLE)
        : new Titles(titles);
  }

  private void put(Map<Locale, String> titles, String pointer, Locale locale, String title) {
    if (titles.putIfAbsent(locale, title) != null) {
      fields.wrong(pointer, "", "is the same locale as another one", "Leave one of them out.");
    }
  }

  /** The tags, and before all others the one that "locale" names. */
  private Set<String> firstFirst(Set<String> tags) {
    var ordered = new LinkedHashSet<String>();
    fields.text("locale").ifPresent(ordered::add);
    if (!tags.containsAll(ordered)) {
      fields.wrong(
          "/locale",
          Shown.text(String.join("", ordered)),
          "has no title",
          "Use one of the title's locales, or add it there.");
      ordered.clear();
    }
    ordered.addAll(tags);
    return ordered;
  }

  private Optional<Locale> locale(String pointer, String tag) {
    try {
      var locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!locale.getLanguage().isEmpty()) {
        return Optional.of(locale);
      }
    } catch (IllformedLocaleException e) {
      // told below, as a tag without a language is
    }
    fields.wrong(pointer, Shown.text(tag), "is no language tag", "Use one such as \"en-GB\".");
    return Optional.empty();
  }
}
