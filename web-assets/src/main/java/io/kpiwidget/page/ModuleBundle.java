package io.kpiwidget.page;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * ES modules joined to one classic script. Takes a subset on purpose: {@code import {a, b} from
 * './file.js';} at the start of a line and {@code export} before a declaration. Names may not be
 * renamed, so a clash is an error instead of a surprise.
 */
final class ModuleBundle {

  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^import \\{\\s*\\w+(?:,\\s*\\w+)*,?\\s*\\} from '\\./([\\w-]+\\.js)';\\n");
  private static final Pattern EXPORT = Pattern.compile("(?m)^export (?=const|let|function|class)");
  private static final Pattern MODULE_SYNTAX = Pattern.compile("(?m)^\\s*(?:import|export)\\b");
  private static final Pattern DECLARATION =
      Pattern.compile("(?m)^(?:const|let|var|class|(?:async )?function\\*?) ([\\w$]+)");
  private static final Pattern COMMENT =
      Pattern.compile("(?m)^ *(?:/\\*(?:[^*]|\\*(?!/))*+\\*/|//.*)\\n");

  /** Texts that would end the script element, or change how its text is read. */
  private static final Pattern UNFIT = Pattern.compile("(?i)</script|<script|<!--|\\]\\]>");

  private final UnaryOperator<String> files;
  private final Set<String> joined = new LinkedHashSet<>();
  private final Map<String, String> declaredIn = new HashMap<>();
  private final StringBuilder script = new StringBuilder();

  private ModuleBundle(UnaryOperator<String> files) {
    this.files = files;
  }

  /**
   * The script that runs {@code entry} after everything it imports.
   *
   * @param files a module's text by its file name
   * @throws IllegalStateException for syntax outside the subset, a clash or an unfit text
   */
  static String of(String entry, UnaryOperator<String> files) {
    var bundle = new ModuleBundle(files);
    bundle.add(entry);
    return "(() => {\n'use strict';\n" + bundle.script + "})();\n";
  }

  private void add(String file) {
    if (!joined.add(file)) {
      return;
    }
    var source = COMMENT.matcher(files.apply(file)).replaceAll("");
    IMPORT.matcher(source).results().forEach(match -> add(match.group(1)));
    var body = EXPORT.matcher(IMPORT.matcher(source).replaceAll("")).replaceAll("");
    check(file, body);
    script.append(body.strip()).append('\n');
  }

  private void check(String file, String body) {
    refuse(file, MODULE_SYNTAX, body);
    refuse(file, UNFIT, body);
    DECLARATION
        .matcher(body)
        .results()
        .forEach(
            match -> {
              var other = declaredIn.put(match.group(1), file);
              if (other != null) {
                throw new IllegalStateException(
                    match.group(1) + " is declared in " + other + " and in " + file);
              }
            });
  }

  private static void refuse(String file, Pattern pattern, String body) {
    var match = pattern.matcher(body);
    if (match.find()) {
      throw new IllegalStateException(file + " cannot be joined: " + match.group().strip());
    }
  }
}
