package io.kpiwidget.desktop.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlatformInfoTest {

  private static final String LINE =
      """
      {"api":"http://127.0.0.1:1","shell":"http://127.0.0.1:2","control":"http://127.0.0.1:3",
       "agents":[{"id":"a1","name":"Ann","queues":["q1","q2"],"skills":["billing"],
                  "shift":{"start":"2026-11-23T08:00:00Z","end":"2026-11-23T16:00:00Z"}},
                 {"id":"a2"}]}
      """;

  @TempDir private Path folder;

  @Test
  void read_theSandboxesLine() throws IOException {
    Path file = Files.writeString(folder.resolve("info.json"), LINE);

    PlatformInfo info = PlatformInfo.read(file);

    assertThat(info.control()).contains(URI.create("http://127.0.0.1:3"));
    assertThat(info.agents()).extracting(Account::name).containsExactly("Ann", "a2");
    assertThat(info.agents().get(0).queues()).containsExactly("q1", "q2");
    assertThat(info.agents())
        .extracting(Account::skills)
        .containsExactly(List.of("billing"), List.of());
    assertThat(info.agents().get(0).shift())
        .contains(
            new Account.Shift(
                Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-23T16:00:00Z")));
    assertThat(info.agents().get(1).shift()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"agents\":[]}",
        "{\"agents\":[{\"name\":\"x\"}]}",
        "{\"agents\":[{\"id\":\"x\",\"shift\":{\"start\":\"2026-11-23T08:00:00Z\"}}]}",
        "{\"agents\":[{\"id\":\"x\",\"shift\":{\"start\":\"8\",\"end\":\"16\"}}]}",
        "{\"agents\":[{\"id\":\"x\",\"shift\":{\"start\":\"2026-11-23T08:00:00Z\",\"end\":\"2026-11-23T08:00:00Z\"}}]}"
      })
  void read_somethingElse_saysWhichFile(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.json"), text);

    assertThatThrownBy(() -> PlatformInfo.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("wrong.json");
  }

  @Test
  void account_withoutId_isTheFirst() {
    PlatformInfo info = PlatformInfo.parse(LINE);

    assertThat(info.account(Optional.empty())).map(Account::id).contains("a1");
    assertThat(info.account(Optional.of("a2"))).map(Account::id).contains("a2");
    assertThat(info.account(Optional.of("a3"))).isEmpty();
  }

  @Test
  void demo_hasAgentsAndNoControlPort() {
    assertThat(PlatformInfo.demo().control()).isEmpty();
    assertThat(PlatformInfo.demo().agents()).hasSizeGreaterThan(1);
  }
}
