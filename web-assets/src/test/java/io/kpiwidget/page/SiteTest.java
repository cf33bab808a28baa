package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteTest {

  private static final Titles TITLE = Titles.of(Locale.ENGLISH, "Figures");
  private static final Origin OTHER = Origin.of("https://other.mygenesys.com");

  @Test
  void site_platformOnTheHostsOrigin_isRefusedWithItsPlace() {
    var shell = Sites.shell(List.of(OTHER, Sites.HOST), Optional.empty(), Optional.empty());
    assertThat(problems(Optional.of(shell), true, true, TITLE))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.pointer()).isEqualTo("/platformOrigins/1");
              assertThat(problem.value()).isEqualTo("\"" + Sites.HOST + "\"");
              assertThat(problem.sentence()).contains("could take off its sandbox");
              assertThat(problem.nextStep()).contains("an origin of their own");
            });
  }

  @Test
  void site_loginOnTheHostsOriginOrNamedTwice_isRefused() {
    assertThat(problems(login(Sites.HOST), true, true, TITLE))
        .extracting(Problem::pointer)
        .containsExactly("/loginOrigin");
    assertThat(problems(login(Sites.PLATFORM), true, true, TITLE))
        .extracting(Problem::sentence)
        .containsExactly("is among the platformOrigins already");
  }

  private static Optional<PlatformShell> login(Origin login) {
    return Optional.of(Sites.shell(List.of(Sites.PLATFORM), Optional.of(login), Optional.empty()));
  }

  @Test
  void site_sameOriginTwice_noneOrTooMany_isRefused() {
    assertThat(origins(List.of(OTHER, OTHER))).containsExactly("/platformOrigins/1");
    assertThat(origins(List.of())).containsExactly("/platformOrigins");
    assertThat(origins(many(20))).isEmpty();
    assertThat(origins(many(21))).containsExactly("/platformOrigins");
  }

  private static List<String> origins(List<Origin> origins) {
    var shell = Sites.shell(origins, Optional.empty(), Optional.empty());
    return problems(Optional.of(shell), true, true, TITLE).stream().map(Problem::pointer).toList();
  }

  private static List<Origin> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Origin.of("https://o" + i + ".example"))
        .toList();
  }

  @Test
  void site_withoutAnyFrame_isRefused() {
    assertThat(problems(Optional.empty(), false, true, TITLE))
        .extracting(Problem::sentence)
        .containsExactly("a host page needs a frame");
  }

  @Test
  void site_thatWouldStayEmpty_isRefused() {
    var address = Optional.of(Sites.PLATFORM + "/app/");
    var shell = Sites.shell(List.of(Sites.PLATFORM), Optional.empty(), address);
    assertThat(problems(Optional.of(shell), false, false, TITLE)).isEmpty();
    assertThat(problems(Optional.of(shell), true, false, TITLE))
        .extracting(Problem::pointer)
        .containsExactly("/dataSource");
    assertThat(problems(Optional.of(Sites.shell()), false, false, TITLE))
        .extracting(Problem::pointer)
        .containsExactly("/dataSource");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.mygenesys.com",
        "https://acme.mygenesys.com.evil.test/",
        "https://acme.mygenesys.com@evil.test/",
        "https://acme.mygenesys.com:8443/",
        "https://evil.test/https://acme.mygenesys.com/",
        "https://acme.mygenesys.com/a b",
        "https://acme.mygenesys.com/\\evil.test",
        "https://acme.mygenesys.com/\"><script>",
        "https://acme.mygenesys.com/\u202e",
        "javascript:alert(1)",
        "/app/",
        ""
      })
  void site_shellOutsideOfThePlatform_isRefused(String address) {
    assertThat(shellProblems(address))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.pointer()).isEqualTo("/shell");
              assertThat(problem.sentence()).contains("no address below");
              assertThat(problem.value()).doesNotContain("\u202e");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.mygenesys.com/app/#/w1?access_token=s3cret",
        "https://acme.mygenesys.com/app/?ACCESS_TOKEN=s3cret",
        "https://acme.mygenesys.com/app/?access%5ftoken=s3cret",
        "https://acme.mygenesys.com/app/?%61ccess_token=s3cret",
        "https://acme.mygenesys.com/app/?%2561ccess_token=s3cret",
        "https://acme.mygenesys.com/access_token/s3cret"
      })
  void site_shellWithAToken_isRefusedWithoutShowingIt(String address) {
    assertThat(shellProblems(address))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.sentence()).contains("carries a token");
              assertThat(problem.toString()).doesNotContain("s3cret");
            });
  }

  @Test
  void site_shellOfAnyLengthAllowed_isTaken() {
    var origin = Sites.PLATFORM + "/";
    assertThat(shellProblems(origin)).isEmpty();
    assertThat(shellProblems(origin + "x".repeat(2_000 - origin.length()))).isEmpty();
    assertThat(shellProblems(origin + "x".repeat(2_001 - origin.length()))).hasSize(1);
  }

  private static List<Problem> shellProblems(String address) {
    var shell = Sites.shell(List.of(Sites.PLATFORM), Optional.empty(), Optional.of(address));
    return problems(Optional.of(shell), true, true, TITLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0\u2003", "\u200b\u202e\ufeff", "\u0000\t"})
  void site_titleWithNothingToRead_isRefused(String title) {
    assertThat(problems(Optional.empty(), true, true, Titles.of(Locale.ENGLISH, title)))
        .extracting(Problem::sentence)
        .containsExactly("has nothing to read");
  }

  @Test
  void site_titleOfMoreThanTenThousand_isRefused() {
    assertThat(titled("x".repeat(10_000))).isEmpty();
    assertThat(titled("x".repeat(10_001)))
        .extracting(Problem::value)
        .containsExactly("10001 characters");
  }

  @Test
  void site_titleThatNamesAToken_isRefused() {
    assertThat(titled("See ?Access_Token=t"))
        .extracting(Problem::pointer, Problem::value)
        .containsExactly(tuple("/title", "\"See \u2026\""));
  }

  private static List<Problem> titled(String title) {
    return problems(Optional.empty(), true, true, Titles.of(Locale.ENGLISH, title));
  }

  @Test
  void site_badTitleOfSeveral_isNamedByItsLocale() {
    var titles = new Titles(Map.of(Locale.ENGLISH, "Figures", Locale.forLanguageTag("de-AT"), ""));
    assertThat(problems(Optional.empty(), true, true, titles))
        .extracting(Problem::pointer)
        .containsExactly("/title/de-AT");
    assertThat(problems(Optional.empty(), true, true, new Titles(Map.of())))
        .extracting(Problem::pointer)
        .containsExactly("/title");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 119, 4001, Integer.MAX_VALUE})
  void site_heightOutOfBounds_isRefused(int height) {
    var shell = PlatformShell.of(Sites.PLATFORM, height, Set.of(), Profile.guide());
    assertThat(problems(Optional.of(shell), true, true, TITLE))
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith("/fallbackHeight: is not within 120 to 4000 (found " + height + ")");
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 4000})
  void site_heightAtTheBounds_isTaken(int height) {
    var shell = PlatformShell.of(Sites.PLATFORM, height, Set.of(), Profile.guide());
    assertThat(problems(Optional.of(shell), true, true, TITLE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"allow-popups", "allow-top-navigation", "allow-modals", "", "allow-x y"})
  void site_sandboxWithMore_isRefused(String flag) {
    var shell =
        PlatformShell.of(Sites.PLATFORM, 600, Set.of("allow-scripts", flag), Profile.guide());
    assertThat(problems(Optional.of(shell), true, true, TITLE))
        .extracting(Problem::pointer, Problem::value)
        .containsExactly(tuple("/sandbox", "\"" + flag + "\""));
  }

  @Test
  void site_severalMistakes_areToldTogether() {
    var shell =
        new PlatformShell(
            List.of(Sites.HOST),
            Optional.empty(),
            Optional.empty(),
            1,
            Set.of("allow-popups"),
            Profile.guide());
    assertThat(problems(Optional.of(shell), true, false, Titles.of(Locale.ENGLISH, "")))
        .extracting(Problem::pointer)
        .containsExactly(
            "/dataSource", "/platformOrigins/0", "/fallbackHeight", "/sandbox", "/title");
  }

  @Test
  void exception_isAWrongCall_withAllInItsMessage() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Site(Sites.HOST, Optional.empty(), false, false, TITLE))
        .withMessageContaining("/kpiView: ")
        .withMessageContaining("/dataSource: ");
  }

  private static List<Problem> problems(
      Optional<PlatformShell> platform, boolean kpiView, boolean dataSource, Titles titles) {
    var refusal =
        catchThrowableOfType(
            SiteException.class, () -> new Site(Sites.HOST, platform, kpiView, dataSource, titles));
    return refusal == null ? List.of() : refusal.problems();
  }
}
