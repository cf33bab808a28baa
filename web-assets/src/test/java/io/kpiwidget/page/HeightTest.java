package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeightTest {

  private static final String MODULE = "height.js";
  private static final String CONTROLLER =
      """
      let time = 0;
      const height = m.heightController({least: 120, greatest: 4000, now: () => time});
      """;

  @ParameterizedTest
  @CsvSource({"1,120", "119,120", "120,120", "121,121", "400.2,401", "4000,4000", "4001,4000"})
  void offer_first_isClamped(double reported, int expected) {
    assertThat(Js.run(MODULE, CONTROLLER + "return height.offer(args[0]);", reported).asInt())
        .isEqualTo(expected);
  }

  @Test
  void offer_changeBelowTwoPixels_isIgnored() {
    assertThat(
            Js.json(
                MODULE,
                CONTROLLER + "return [400, 401, 399, 402, 400].map((h) => height.offer(h));"))
        .isEqualTo("[400,null,null,402,400]");
  }

  @Test
  void offer_shrinks_areFollowed() {
    assertThat(
            Js.json(
                MODULE,
                CONTROLLER
                    + "return Array.from({length: 12}, (_, i) => height.offer(900 - i * 50)).length"
                    + " === 12 && height.offer(200);"))
        .isEqualTo("200");
  }

  @Test
  void offer_childThatAlwaysAsksForMore_isFrozenAndThenHeardAgain() {
    assertThat(
            Js.json(
                MODULE,
                CONTROLLER
                    + """
                    let last = 120;
                    for (let i = 0; i < 100; i++) { time += 10; last = height.offer(last + 20) ?? last; }
                    const frozen = last;
                    time += 9000;
                    const still = height.offer(700);
                    time += 2000;
                    return [frozen, still, height.offer(700)];
                    """))
        .isEqualTo("[300,null,700]");
  }

  @Test
  void offer_slowGrowth_isFollowed() {
    assertThat(
            Js.json(
                MODULE,
                CONTROLLER
                    + """
                    let last = 0;
                    for (let i = 1; i <= 20; i++) { time += 1000; last = height.offer(200 + i * 10); }
                    return last;
                    """))
        .isEqualTo("400");
  }

  @Test
  void offer_shrinkWhileFrozen_isFollowed() {
    assertThat(
            Js.json(
                MODULE,
                CONTROLLER
                    + """
                    let last = 120;
                    for (let i = 0; i < 100; i++) { time += 10; last = height.offer(last + 20) ?? last; }
                    return [last, height.offer(last + 20), height.offer(150), height.offer(151 + 20)];
                    """))
        .isEqualTo("[300,null,150,null]");
  }
}
