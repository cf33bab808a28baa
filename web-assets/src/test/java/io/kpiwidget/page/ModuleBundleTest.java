package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModuleBundleTest {

  @Test
  void of_imports_comeOnceAndBeforeTheirUse() {
    var files =
        Map.of(
            "a.js", "import {b} from './b.js';\nimport {c} from './c.js';\nb(c);\n",
            "b.js", "import {c} from './c.js';\nexport function b() {}\n",
            "c.js", "export const c = 1;\n");
    assertThat(ModuleBundle.of("a.js", files::get))
        .isEqualTo("(() => {\n'use strict';\nconst c = 1;\nfunction b() {}\nb(c);\n})();\n");
  }

  @Test
  void of_comments_areLeftOut() {
    var source = "// one\n/**\n * two */\nconst x = '// kept'; // kept too\n  /** three */\n";
    assertThat(ModuleBundle.of("a.js", name -> source))
        .contains("const x = '// kept'; // kept too")
        .doesNotContain("one", "two", "three");
  }

  @Test
  void of_codeBetweenComments_isKept() {
    var source = "/** one */\nconst a = 1;\n/** two */ const b = 2;\n/** three */\n";
    assertThat(ModuleBundle.of("a.js", name -> source))
        .contains("const a = 1;", "const b = 2;")
        .doesNotContain("three");
  }

  @Test
  void of_nameInTwoModules_isRefused() {
    var files =
        Map.of(
            "a.js",
            "import {x} from './b.js';\nfunction y() {}\n",
            "b.js",
            "export const x = 1;\nconst y = 2;\n");
    assertThatIllegalStateException()
        .isThrownBy(() -> ModuleBundle.of("a.js", files::get))
        .withMessage("y is declared in b.js and in a.js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import x from './b.js';",
        "import * as b from './b.js';",
        "import './b.js';",
        "import {x as y} from './b.js';",
        "import {x} from 'https://cdn.example/b.js';",
        "export default 1;",
        "export {x};",
        "const x = '</script>';",
        "const x = '</SCRIPT >';",
        "const x = '<!--';",
        "const x = '<script';"
      })
  void of_syntaxThatCannotBeJoined_isRefused(String line) {
    assertThatIllegalStateException()
        .isThrownBy(() -> ModuleBundle.of("a.js", name -> line + "\n"))
        .withMessageStartingWith("a.js cannot be joined");
  }
}
