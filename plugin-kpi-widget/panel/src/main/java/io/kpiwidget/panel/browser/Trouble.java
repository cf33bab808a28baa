package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.bundle.Packages;
import java.util.List;
import java.util.Map;

/**
 * Why there is no browser: a code for support, a sentence and a next step for people.
 *
 * @param lasting whether starting again by itself is pointless
 */
public record Trouble(String code, String sentence, String nextStep, boolean lasting) {

  private static final String ASK = "Ask your administrator; the figures stay here meanwhile.";

  /** What installs the libraries that the detail names; on this system. */
  private static final String COMMAND = "%command";

  private static final Map<String, Trouble> KNOWN =
      Map.ofEntries(
          lasting(
              "launcher-missing",
              "There is no java program to run the browser with: %s.",
              "Name one as browser.java in kpi-widget.json."),
          lasting(
              "platform-unknown",
              "The browser is not available for this kind of computer (%s).",
              ASK),
          lasting(
              "bundle-missing",
              "The browser's files are not here; looked in %s.",
              "Put the jcef-natives jar beside the plugin jar, or name it as browser.natives or"
                  + " where to fetch it as browser.mirror in kpi-widget.json."),
          lasting(
              "platform-wrong",
              "These browser files are for another kind of computer: %s.",
              "Fetch the jcef-natives jar for this one."),
          lasting(
              "bundle-truncated",
              "The browser's files are cut short: %s.",
              "Copy the jcef-natives jar again, and let the copy finish."),
          lasting(
              "bundle-damaged",
              "One of the browser's files is missing, cut short or another: %s.",
              "Unpack the bundle again, or delete its folder if the plugin made it."),
          lasting(
              "bundle-checksum",
              "The browser's files are not the ones that belong to this version: %s.",
              "Fetch the jcef-natives jar again from a trusted place."),
          lasting(
              "bundle-broken",
              "The browser's files could not be unpacked: %s.",
              "Fetch the jcef-natives jar again from a trusted place."),
          lasting(
              "data-unwritable",
              "The browser's files have no place: the data folder cannot be written to (%s).",
              "Let the agent write there, or name an unpacked bundle as browser.natives in"
                  + " kpi-widget.json."),
          lasting(
              "bundle-noexec",
              "No program may be run where the browser's files are (%s): the file system is"
                  + " mounted with \"noexec\".",
              "Name an unpacked bundle elsewhere as browser.natives in kpi-widget.json."),
          passing(
              "download-failed",
              "The browser's files could not be fetched (%s).",
              "Check the mirror; what has come is kept, and it goes on from there."),
          lasting(
              "download-checksum",
              "The mirror %s has other browser files than belong to this version.",
              "Put the right jcef-natives jar there."),
          lasting(
              "download-redirect",
              "The mirror %s leads to another place that is not safe.",
              "Name an https address as browser.mirror that has the file itself."),
          lasting(
              "install-cancelled",
              "Fetching the browser's files was stopped (%s).",
              "Press \u201cRetry browser view\u201d to go on."),
          lasting(
              "disk-full",
              "The disk has no room for the browser's files (%s).",
              "Free half a gigabyte, then try again."),
          lasting(
              "library-missing",
              "The browser needs %s, which this computer lacks.",
              "Install what brings it, then try again: " + COMMAND + "."),
          lasting(
              "no-display",
              "The browser needs an X display, and DISPLAY is not set.",
              "Start the desktop in a graphical session."),
          passing("start-failed", "The browser could not start (%s).", ASK),
          passing("start-silent", "The browser did not start in time.", ASK),
          passing("child-crashed", "The browser ended unexpectedly (%s).", ASK),
          passing("child-silent", "The browser stopped answering.", ASK),
          passing("renderer-crashed", "The page crashed (%s).", ASK),
          passing("page-silent", "The page did not answer.", ASK));

  private static Map.Entry<String, Trouble> lasting(String code, String sentence, String next) {
    return Map.entry(code, new Trouble(code, sentence, next, true));
  }

  private static Map.Entry<String, Trouble> passing(String code, String sentence, String next) {
    return Map.entry(code, new Trouble(code, sentence, next, false));
  }

  /** The trouble of a known code, or what can be said of an unknown one. */
  public static Trouble of(String code, String detail) {
    Trouble known = KNOWN.getOrDefault(code, new Trouble(code, "No browser (%s).", ASK, false));
    return new Trouble(
        code,
        known.sentence.replace("%s", detail),
        known.nextStep.contains(COMMAND) ? install(known.nextStep, detail) : known.nextStep,
        known.lasting);
  }

  private static String install(String nextStep, String libraries) {
    List<String> names = List.of(libraries.split(", ", -1));
    return nextStep.replace(COMMAND, Packages.here().command(names));
  }

  BrowserState.Gone gone(boolean willRetry) {
    return new BrowserState.Gone(code, sentence, nextStep, willRetry);
  }
}
