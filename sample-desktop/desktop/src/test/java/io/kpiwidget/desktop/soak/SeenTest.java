package io.kpiwidget.desktop.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.desktop.soak.Pages.Look;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SeenTest {

  private static final String CANARY = "canary0123456789";
  private final Seen seen = new Seen(new Needle(CANARY));

  @BeforeEach
  void twoGoodLooks() {
    seen.add(List.of(look("host", 1, 1, "figures"), look("widget", 2, 1, "figures")));
    seen.add(List.of(look("host", 1, 1, "figures"), look("widget", 2, 1, "figures")));
  }

  @Test
  void sameDocumentsWithoutTheWord_pass() {
    assertThat(failed()).isEmpty();
    assertThat(seen.places()).isEmpty();
  }

  @Test
  void wordOnceInAPlace_fails() {
    seen.add(List.of(look("widget", 2, 1, "Bearer " + CANARY)));
    assertThat(failed()).containsExactly("token in DOM");
    assertThat(seen.places()).containsExactly("DOM");
  }

  @Test
  void documentLoadedAgain_fails() {
    seen.add(List.of(look("widget", 3, 1, "figures")));
    assertThat(failed()).containsExactly("documents loaded again");
  }

  @Test
  void frameReplaced_fails() {
    seen.add(List.of(look("another", 3, 1, "figures")));
    assertThat(failed()).containsExactly("frames, all of them ever");
  }

  @Test
  void historyThatGrew_fails() {
    seen.add(List.of(look("host", 1, 2, "figures")));
    assertThat(failed()).containsExactly("history length");
  }

  @Test
  void nothingLookedAt_fails() {
    var blind = new Seen(new Needle(CANARY));
    blind.add(List.of());
    assertThat(blind.checks(2)).filteredOn(check -> !check.ok()).isNotEmpty();
  }

  private List<String> failed() {
    return seen.checks(2).stream().filter(check -> !check.ok()).map(Check::name).toList();
  }

  private static Look look(String frame, double born, int length, String dom) {
    return new Look(frame, "https://" + frame, born, length, Map.of("DOM", dom));
  }
}
