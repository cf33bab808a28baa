package io.kpiwidget.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows of the configuration can be used as it is shown. */
final class ReadmeTest {

  private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

  private static final String REST =
      """
      {"platform": {"api": "https://analytics.example.com"}, "token": {"source": "desktop"}}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("snippets")
  void snippet_hasNothingToMend(String snippet) throws IOException {
    var file = Files.writeString(folder.resolve("kpi-widget.json"), whole(snippet).toString());

    assertThat(Lint.check(file)).isEmpty();
  }

  static Stream<String> snippets() throws IOException {
    var readme = Files.readString(Path.of("../../README.md"));
    return JSON.matcher(readme).results().map((MatchResult found) -> found.group(1).strip());
  }

  /** The snippet in a whole file. */
  private static JsonObject whole(String snippet) {
    var rest = JsonParser.parseString(REST).getAsJsonObject();
    var part = snippet.startsWith("{") ? snippet : "{" + snippet + "}";
    JsonParser.parseString(part).getAsJsonObject().entrySet().stream()
        .forEach(member -> rest.add(member.getKey(), member.getValue()));
    return rest;
  }
}
