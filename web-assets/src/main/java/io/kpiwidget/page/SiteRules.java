package io.kpiwidget.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must hold between the parts of a site. */
final class SiteRules {

  private static final int LONGEST_TITLE = 10_000;
  private static final int LONGEST_ADDRESS = 2_000;

  /** Each one stands in a header, and proxies take headers of a few kilobytes only. */
  private static final int MOST_ORIGINS = 20;

  private static final Pattern NOTHING_TO_READ =
      Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\p{Cf}\\p{Cs}]*");

  /** RFC 3986's characters behind the origin. */
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9\\-._~:/?#@!$&'()*+,;=%]*");

  private final List<Problem> problems = new ArrayList<>();
  private final Origin host;

  private SiteRules(Origin host) {
    this.host = host;
  }

  /** All that is wrong; none when pages can be made. */
  static List<Problem> check(
      Origin host,
      Optional<PlatformShell> platform,
      boolean kpiView,
      boolean dataSource,
      Titles titles) {
    var rules = new SiteRules(host);
    if (!kpiView && platform.isEmpty()) {
      rules.wrong(
          "/kpiView",
          "false",
          "a host page needs a frame",
          "Name platformOrigins, or leave the KPI view on.");
    }
    rules.checkData(dataSource, kpiView || platform.flatMap(PlatformShell::address).isEmpty());
    platform.ifPresent(rules::check);
    rules.check(titles);
    return rules.problems;
  }

  private void wrong(String pointer, String value, String sentence, String nextStep) {
    problems.add(new Problem(pointer, value, sentence, nextStep));
  }

  private void checkData(boolean dataSource, boolean needed) {
    if (needed && !dataSource) {
      wrong(
          "/dataSource",
          "false",
          "the page would stay empty: without events it has no figures and no address",
          "Leave it out; only a page with a \"shell\" and no KPI view works without events.");
    }
  }

  private void check(PlatformShell shell) {
    checkOrigins(shell.origins());
    shell.login().ifPresent(login -> checkLogin(login, shell.origins()));
    shell.address().ifPresent(address -> checkAddress(address, shell.origins()));
    checkHeight(shell.fallbackHeight());
    shell.sandbox().stream().sorted().forEach(this::checkFlag);
  }

  private void checkOrigins(List<Origin> origins) {
    if (origins.isEmpty() || origins.size() > MOST_ORIGINS) {
      wrong(
          "/platformOrigins",
          origins.size() + " origins",
          "1 to " + MOST_ORIGINS + " origins can be framed",
          "Name those that your agents need.");
    }
    var seen = new HashSet<Origin>();
    for (int i = 0; i < origins.size(); i++) {
      var pointer = "/platformOrigins/" + i;
      checkForeign(pointer, origins.get(i));
      if (!seen.add(origins.get(i))) {
        wrong(pointer, Shown.text(origins.get(i).value()), "is there twice", "Name it once.");
      }
    }
  }

  private void checkLogin(Origin login, List<Origin> origins) {
    checkForeign("/loginOrigin", login);
    if (origins.contains(login)) {
      var shown = Shown.text(login.value());
      wrong("/loginOrigin", shown, "is among the platformOrigins already", "Leave it out.");
    }
  }

  // allow-scripts with allow-same-origin lets a frame of the page's own origin remove its sandbox
  private void checkForeign(String pointer, Origin origin) {
    if (origin.equals(host)) {
      wrong(
          pointer,
          Shown.text(origin.value()),
          "is the hostOrigin, so that the frame could take off its sandbox",
          "Serve the host pages from an origin of their own.");
    }
  }

  private void checkAddress(String address, List<Origin> origins) {
    if (Tokens.namedIn(address)) {
      wrong(
          "/shell",
          Shown.text(Tokens.cut(address)),
          "carries a token, which would be in a file, in logs and in the history",
          "Leave the token out; the shell signs in by itself or gets one by an event.");
      return;
    }
    var origin = origins.stream().filter(each -> address.startsWith(each + "/")).findFirst();
    boolean fit =
        origin.isPresent()
            && address.length() <= LONGEST_ADDRESS
            && PATH.matcher(address.substring(origin.get().value().length())).matches();
    if (!fit) {
      wrong(
          "/shell",
          Shown.text(address),
          "is no address below one of the platformOrigins",
          "Write the origin as it is there, then a path of at most "
              + LONGEST_ADDRESS
              + " characters, others than RFC 3986's percent-encoded.");
    }
  }

  private void checkHeight(int height) {
    if (height < Site.LEAST_HEIGHT || height > Site.GREATEST_HEIGHT) {
      wrong(
          "/fallbackHeight",
          Integer.toString(height),
          "is not within " + Site.LEAST_HEIGHT + " to " + Site.GREATEST_HEIGHT,
          "Use a height in CSS pixels.");
    }
  }

  private void checkFlag(String flag) {
    if (!PlatformShell.MOST_ALLOWED.contains(flag)) {
      wrong(
          "/sandbox",
          Shown.text(flag),
          flag.startsWith("allow-top-navigation")
              ? "a script in the shell could put another page in the desktop's place"
              : "a widget shell does not need it",
          "Use of " + String.join(", ", PlatformShell.MOST_ALLOWED) + " what it needs.");
    }
  }

  private void check(Titles titles) {
    if (titles.byLocale().isEmpty()) {
      wrong("/title", "", "has no locale", "Give one title.");
    }
    boolean one = titles.byLocale().size() == 1;
    titles
        .byLocale()
        .forEach(
            (locale, title) ->
                checkTitle(one ? "/title" : "/title/" + locale.toLanguageTag(), title));
  }

  private void checkTitle(String pointer, String title) {
    if (NOTHING_TO_READ.matcher(title).matches()) {
      wrong(pointer, Shown.text(title), "has nothing to read", "Say what the frame shows.");
    }
    if (title.length() > LONGEST_TITLE) {
      wrong(
          pointer,
          title.length() + " characters",
          "is longer than " + LONGEST_TITLE + " characters",
          "Shorten it.");
    }
    if (Tokens.namedIn(title)) {
      wrong(pointer, Shown.text(Tokens.cut(title)), "names a token", "Leave that out.");
    }
  }
}
