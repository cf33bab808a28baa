package io.kpiwidget.page.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptTest {

  @TempDir private Path modules = Path.of("");

  @Test
  void of_modules_isOneScriptWithWhatItNeeds() throws IOException {
    module("a.js", "import {f} from './b.js';\nwindow.x = f(window.y);\n");
    module(
        "b.js",
        "export function f(given) { return given.kept + 1; }\nexport const dead = 'dead';\n");
    assertThat(Script.of(modules, "a.js"))
        .contains("window.x=", "window.y", ".kept")
        .doesNotContain("import", "export", "dead", "\n", "given");
  }

  @Test
  void of_sameModules_isTheSameScript() throws IOException {
    module("a.js", "import {f} from './b.js';\nwindow.x = [f, f];\n");
    module("b.js", "export const f = (a, b) => a + b;\n");
    assertThat(Script.of(modules, "a.js")).isEqualTo(Script.of(modules, "a.js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"let x = ;", "import {f} from './none.js'; f();"})
  void of_faultyModule_isRefused(String module) throws IOException {
    module("a.js", module);
    assertThatIllegalStateException().isThrownBy(() -> Script.of(modules, "a.js"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!--", "</script", "]]>"})
  void of_textThatWouldEndTheElement_isRefusedOrEscaped(String text) throws IOException {
    module("a.js", "window.x = '" + text + "';");
    String script;
    try {
      script = Script.of(modules, "a.js");
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageContaining("a.js does not fit into a page");
      return;
    }
    assertThat(script).doesNotContain(text);
  }

  private void module(String name, String text) throws IOException {
    Files.writeString(modules.resolve(name), text);
  }
}
