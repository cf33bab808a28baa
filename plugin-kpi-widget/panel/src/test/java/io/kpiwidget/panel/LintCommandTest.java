package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintCommandTest {

  private static final String GOOD = "{\"metrics\": [{\"kpi\": \"waiting\"}]}";
  private static final String BAD =
      "{\"metrics\": [{\"kpi\": \"wating\"}], \"refreshInterval\": 5}";
  private static final String DOUBTFUL =
      """
      {"metrics": [{"kpi": "waiting"}],
       "filter": {"type": "filter", "field": "queue.id", "op": "eq", "values": ["q-1"]}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void good_isZero() throws Exception {
    assertThat(lint(file("good.json", GOOD))).isZero();
    assertThat(out.toString()).contains("0 errors, 0 warnings in 1 file.");
  }

  @Test
  void bad_isOne_andTellsFilePlaceRuleValueAndNextStep() throws Exception {
    assertThat(lint(file("good.json", GOOD), file("bad.json", BAD))).isEqualTo(1);

    assertThat(out.toString())
        .contains("bad.json: error at /metrics/0/kpi [kpi-unknown]")
        .contains("(found \"wating\")")
        .contains("Did you mean \"waiting\"?")
        .contains("bad.json: error at /refreshInterval [refresh-too-often]")
        .contains("2 errors, 0 warnings in 2 files.")
        .doesNotContain("good.json: ");
  }

  @Test
  void doubtful_isOne_unlessOnlyErrorsCount() throws Exception {
    var file = file("doubtful.json", DOUBTFUL);

    assertThat(lint(file)).isEqualTo(1);
    assertThat(out.toString()).contains("warning at /filter/values/0 [id-hard-coded]");
    assertThat(lint("--errors-only", file)).isZero();
  }

  @Test
  void json_isOneObject() throws Exception {
    assertThat(lint("--json", file("bad.json", BAD))).isEqualTo(1);

    var told = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(told.get("errors").getAsInt()).isEqualTo(2);
    var problems = told.getAsJsonArray("files").get(0).getAsJsonObject().getAsJsonArray("problems");
    JsonObject first = problems.get(0).getAsJsonObject();
    assertThat(first.keySet())
        .containsExactly("severity", "rule", "pointer", "value", "sentence", "nextStep");
    assertThat(problems)
        .extracting(each -> each.getAsJsonObject().get("rule").getAsString())
        .containsExactlyInAnyOrder("kpi-unknown", "refresh-too-often");
  }

  @Test
  void missingFile_isOne_andNamed() {
    assertThat(lint(folder.resolve("none.json").toString())).isEqualTo(1);
    assertThat(out.toString()).contains("none.json: error [file-unreadable]");
  }

  @Test
  void noFile_isAWrongCall() {
    assertThat(lint()).isEqualTo(2);
    assertThat(err.toString()).contains("FILE");
  }

  private int lint(String... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = "lint";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
