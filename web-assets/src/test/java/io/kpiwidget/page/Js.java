package io.kpiwidget.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * The modules as they are, run in this JVM. One context for all tests: a cold start costs seconds.
 */
final class Js {

  private static final Context CONTEXT =
      Context.newBuilder("js")
          .allowIO(IOAccess.ALL)
          .allowExperimentalOptions(true)
          .option("engine.WarnInterpreterOnly", "false")
          .option("js.esm-eval-returns-exports", "true")
          .option("js.ecmascript-version", "2024")
          .build();

  private static final Map<String, Value> MODULES = new HashMap<>();

  private Js() {}

  /** Runs {@code body} with {@code m} as the module's exports and the arguments as {@code args}. */
  static Value run(String module, String body, Object... args) {
    return CONTEXT
        .eval("js", "(m, args) => {" + body + "}")
        .execute(module(module), ProxyArray.fromArray(args));
  }

  /** As {@link #run}, with the result as JSON text. */
  static String json(String module, String body, Object... args) {
    return run(module, "return JSON.stringify((() => {" + body + "})())", args).asString();
  }

  /** Runs a script from the test resources once, for the globals that it defines. */
  static void script(String name) {
    MODULES.computeIfAbsent("test/" + name, key -> CONTEXT.eval("js", Resources.text(name)));
  }

  private static Value module(String name) {
    var known = MODULES.get(name);
    if (known == null) {
      known = load(name);
      MODULES.put(name, known);
    }
    return known;
  }

  private static Value load(String name) {
    try {
      var file = Path.of(Js.class.getResource("js/" + name).toURI()).toFile();
      return CONTEXT.eval(
          Source.newBuilder("js", file).mimeType("application/javascript+module").build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
