package io.kpiwidget.host;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the desktop what is wrong with a plugin. Any thread; never throws. */
final class Notices {

  private static final Logger log = LoggerFactory.getLogger(PluginHost.class);

  private static final Pattern CLASS_VERSION = Pattern.compile("class file version (\\d+)");

  /** Class file version 45 is Java 1. */
  private static final int VERSION_BEFORE_JAVA_1 = 44;

  private final AgentDesktop desktop;

  Notices(AgentDesktop desktop) {
    this.desktop = desktop;
  }

  void warn(String plugin, String text, String nextStep) {
    log.warn("{}: {} {}", plugin, text, nextStep);
    pass(new Notice(Notice.Level.WARNING, plugin, text, nextStep));
  }

  void error(String plugin, String text, String nextStep) {
    log.error("{}: {} {}", plugin, text, nextStep);
    pass(new Notice(Notice.Level.ERROR, plugin, text, nextStep));
  }

  /** The log gets what {@code blocked} is doing at the moment. */
  void slow(String plugin, Thread blocked) {
    String text = plugin + " holds up the desktop: it has been closing for too long.";
    Throwable where = new Throwable("here");
    where.setStackTrace(blocked.getStackTrace());
    log.warn(text, where);
    String nextStep = "Disable or update it; the log shows its maker where it waits.";
    pass(new Notice(Notice.Level.WARNING, plugin, text, nextStep));
  }

  /** {@code what} reads on after the plugin's name: "could not start". */
  void failed(String plugin, String what, Throwable cause) {
    if (cause instanceof PluginJar.Unusable) {
      warn(plugin, String.valueOf(cause.getMessage()), ((PluginJar.Unusable) cause).nextStep);
      return;
    }
    log.error("{} {}", plugin, what, cause);
    String text = plugin + " " + what + ": " + reason(cause) + ".";
    pass(new Notice(Notice.Level.ERROR, plugin, text, nextStep(cause)));
  }

  void refused(String plugin, String range) {
    warn(
        plugin,
        plugin + " needs host-api " + range + "; this desktop has " + PluginHost.API_VERSION + ".",
        "Install a version of " + plugin + " made for this desktop.");
  }

  private void pass(Notice notice) {
    try {
      desktop.notice(notice);
    } catch (Throwable e) {
      log.error("The desktop could not take a notice", e);
    }
  }

  private static String reason(Throwable cause) {
    if (cause instanceof UnsupportedClassVersionError) {
      return "it needs " + neededJava(cause);
    }
    String message = cause.getMessage();
    String type = cause.getClass().getSimpleName();
    return message == null ? type : type + ": " + message;
  }

  private static String nextStep(Throwable cause) {
    if (cause instanceof UnsupportedClassVersionError) {
      return "Start the desktop with it; this is Java " + System.getProperty("java.version") + ".";
    }
    if (cause instanceof SecurityException) {
      return "Its signature does not fit its content: get the jar again from where it came from.";
    }
    if (cause instanceof LinkageError) {
      return "The jar is damaged or made for another desktop: install a version made for this one.";
    }
    return "The log has the details; send them to the plugin's maker.";
  }

  private static String neededJava(Throwable cause) {
    Matcher version = CLASS_VERSION.matcher(String.valueOf(cause.getMessage()));
    return version.find()
        ? "Java " + (Integer.parseInt(version.group(1)) - VERSION_BEFORE_JAVA_1)
        : "a newer Java";
  }
}
