package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.bundle.Natives;
import io.kpiwidget.engine.config.WidgetConfig.ShellToken;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.panel.browser.BrowserState;
import io.kpiwidget.panel.browser.BrowserView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ShellTest {

  private static final String ORIGIN = "https://shell.example";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeBrowser browser = OnEdt.get(ShellTest::browser);

  private Shell shell(ShellToken way) {
    var shell = new Shell(ORIGIN, way, true, browser);
    shell.widget(Optional.of("w1"));
    return shell;
  }

  @Test
  void header_isForTheExactOriginAndLeavesTheAddressAlone() {
    var shell = shell(ShellToken.HEADER);
    shell.token(new SecretValue("t1"), MINUTE);
    shell.token(new SecretValue("t2"), MINUTE);
    assertThat(browser.told)
        .containsExactly("authorize " + ORIGIN + " t1", "authorize " + ORIGIN + " t2");
    assertThat(browser.pushed).hasSize(1);
  }

  @Test
  void post_eachTokenIsAnEvent_andTheAddressIsToldOnce() {
    var shell = shell(ShellToken.POST);
    shell.token(new SecretValue("t1"), MINUTE);
    shell.token(new SecretValue("t2"), MINUTE);
    shell.token(null, Duration.ZERO);
    assertThat(browser.pushed)
        .filteredOn(json -> json.contains("\"type\":\"token\""))
        .containsExactly(
            "{\"type\":\"token\",\"token\":\"t1\"}",
            "{\"type\":\"token\",\"token\":\"t2\"}",
            "{\"type\":\"token\",\"token\":null}");
    assertThat(browser.pushed).hasSize(4);
  }

  @Test
  void fragment_eachTokenIsAnAddress_behindTheHash() {
    var shell = shell(ShellToken.FRAGMENT);
    shell.token(new SecretValue("t 1&x"), MINUTE);
    assertThat(browser.last("platform"))
        .contains(ORIGIN + "/app/#/")
        .contains("&access_token=t+1%26x\"")
        .contains("\"mode\":\"fragment\"");
    shell.token(new SecretValue("t2"), MINUTE);
    shell.token(new SecretValue("t2"), MINUTE);
    assertThat(browser.pushed).hasSize(2);
  }

  @Test
  void fragment_takenBack_leavesNoAddressWithAToken() {
    var shell = shell(ShellToken.FRAGMENT);
    shell.token(new SecretValue("t1"), MINUTE);
    shell.token(null, Duration.ZERO);
    assertThat(browser.last("platform")).contains("\"src\":null");
    shell.token(new SecretValue("t1"), MINUTE);
    assertThat(browser.last("platform")).contains("access_token=t1");
  }

  @Test
  void fragment_sameTokenInAnotherLook_isNotGivenItsWholeLifeAgain() {
    var shell = shell(ShellToken.FRAGMENT);
    shell.token(new SecretValue("t1"), MINUTE);
    assertThat(browser.last("platform")).contains("\"livesMillis\":60000");
    shell.dark(true);
    assertThat(browser.last("platform")).contains("theme=dark").contains("\"livesMillis\":0");
  }

  @ParameterizedTest
  @EnumSource(ShellToken.class)
  void withoutATokenOrAWidget_thereIsNoAddress(ShellToken way) {
    var shell = new Shell(ORIGIN, way, true, browser);
    shell.token(new SecretValue("t1"), MINUTE);
    shell.token(null, Duration.ZERO);
    shell.widget(Optional.of("w1"));
    assertThat(browser.last("platform")).isEmpty();
    assertThat(shell.authorized()).isFalse();
    assertThat(shell.remembersAnAgent()).isTrue();
  }

  private static FakeBrowser browser() {
    var nowhere = Path.of("nowhere");
    var settings =
        new BrowserView.Settings(
            nowhere,
            nowhere,
            Natives.UNSAID,
            nowhere,
            "https://h.invalid",
            Map.of(),
            Map.of(),
            List.of());
    return new FakeBrowser(settings, new Deaf());
  }

  /** Nobody listens to this browser. */
  private static final class Deaf implements BrowserView.Listener {

    @Override
    public void message(String json) {}

    @Override
    public void state(BrowserState state) {}
  }
}
