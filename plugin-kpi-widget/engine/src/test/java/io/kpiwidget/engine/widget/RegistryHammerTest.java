package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.widget.HammerLedger.Act;
import io.kpiwidget.engine.widget.HammerLedger.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistryHammerTest {

  @Test
  void desktopsThatAreKilled_loseNothing_andLeaveNothingTorn(@TempDir Path folder)
      throws Exception {
    var figures =
        RegistryHammer.run(
            folder.resolve("made/by/them"),
            so -> so.kills() >= 6 && so.puts() >= 40 && so.forgets() >= 4 && so.reads() >= 1_000);

    assertThat(figures.ok()).as(figures.json()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "put, staying-1, 7, staying-1-7, RIGHT",
    "put, staying-1, 7, staying-1-8, RIGHT",
    "put, staying-1, 7, staying-1-6, WRONG",
    "put, staying-1, 7, staying-11-7, WRONG",
    "put, staying-1, 7, '', LOST",
    "put, passing-1, 7, '', RIGHT",
    "forget, passing-1, 7, passing-1-7, WRONG",
    "forget, passing-1, 7, passing-1-8, RIGHT",
    "put, shared-1, 7, shared-1-3, RIGHT",
    "put, shared-1, 7, '', LOST"
  })
  void judge_whileTheDesktopsGoOn(
      String verb, String widget, long turn, String id, Verdict expected) {
    assertThat(HammerLedger.judge(new Act(verb, widget, turn), read(id))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "passing-1-7, RIGHT",
    "passing-1-8, RIGHT",
    "'', RIGHT",
    "passing-1-6, WRONG",
    "passing-1-9, WRONG"
  })
  void judgeAtRest_takesWhatAKillMayHaveLeft(String id, Verdict expected) {
    var ledger = new HammerLedger();
    ledger.done(new Act(Act.PUT, "passing-1", 7));
    ledger.begin(new Act(Act.PUT, "passing-1", 8));
    ledger.begin(new Act(Act.FORGET, "passing-1", 9));

    assertThat(ledger.judgeAtRest("passing-1", read(id))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"passing-1-7, RIGHT", "'', LOST", "passing-1-6, WRONG"})
  void judgeAtRest_wantsWhatWasDone(String id, Verdict expected) {
    var ledger = new HammerLedger();
    ledger.begin(new Act(Act.FORGET, "passing-1", 6));
    ledger.done(new Act(Act.PUT, "passing-1", 7));

    assertThat(ledger.judgeAtRest("passing-1", read(id))).isEqualTo(expected);
  }

  private static Optional<String> read(String id) {
    return Optional.of(id).filter(text -> !text.isEmpty());
  }
}
