package io.kpiwidget.engine.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the platform's frame is allowed (HTML, the attribute {@code sandbox}; guide §3). */
final class SandboxFlags {

  /** Together they are a sandbox only on another origin than the page's. */
  static final Set<String> PAIR = Set.of("allow-scripts", "allow-same-origin");

  /** The guide's: what a widget shell takes at most. */
  static final List<String> MOST = List.of("allow-scripts", "allow-same-origin", "allow-forms");

  private SandboxFlags() {}

  static Set<String> read(Fields fields) {
    var flags = fields.has("sandbox") ? fields.texts("sandbox").orElse(MOST) : MOST;
    for (int i = 0; i < flags.size(); i++) {
      refuse(fields, i, flags.get(i));
    }
    return new LinkedHashSet<>(flags);
  }

  private static void refuse(Fields fields, int index, String flag) {
    if (flag.startsWith("allow-top-navigation")) {
      fields.wrong(
          Rule.SANDBOX_TOP_NAVIGATION,
          "sandbox",
          index,
          "a script in the shell could put another page in the desktop's place",
          "Remove it.");
    } else if (!MOST.contains(flag)) {
      fields.wrong(
          Rule.SANDBOX_FLAG,
          "sandbox",
          index,
          "a widget shell needs no \"" + flag + "\"",
          Suggestion.sentence(flag, MOST));
    }
  }
}
