package io.kpiwidget.panel.browser;

import java.util.Map;

/**
 * Why there is no browser: a code for support, a sentence and a next step for people.
 *
 * @param lasting whether starting again by itself is pointless
 */
record Trouble(String code, String sentence, String nextStep, boolean lasting) {

  private static final String ASK = "Ask your administrator; the figures stay here meanwhile.";

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
              "Put the jcef-natives jar beside the plugin jar, or name it as browser.natives in"
                  + " kpi-widget.json."),
          lasting(
              "bundle-checksum",
              "The browser's files are not the ones that belong to this version: %s.",
              "Fetch the jcef-natives jar again from a trusted place."),
          lasting(
              "bundle-broken",
              "The browser's files could not be unpacked: %s.",
              "Check that the data folder can be written to."),
          lasting(
              "disk-full",
              "The disk has no room for the browser's files (%s).",
              "Free half a gigabyte, then try again."),
          lasting(
              "library-missing",
              "The browser needs %s, which this computer lacks.",
              "Install the package that brings it, then try again."),
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

  static Trouble of(String code, String detail) {
    Trouble known = KNOWN.getOrDefault(code, new Trouble(code, "No browser (%s).", ASK, false));
    return new Trouble(code, known.sentence.replace("%s", detail), known.nextStep, known.lasting);
  }

  BrowserState.Gone gone(boolean willRetry) {
    return new BrowserState.Gone(code, sentence, nextStep, willRetry);
  }
}
