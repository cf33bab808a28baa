package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChartTest {

  private static final String MODULE = "chart.js";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[250,300,290,null]|duration|[240,270,300]",
        "[0,0,0]|count|[0,1]",
        "[5]|count|[5,6]",
        "[0.5]|ratio|[0.5,0.52]",
        "[3600,9000]|duration|[3600,5400,7200,9000]"
      })
  void scale_hasRoundLines(String values, String unit, String ticks) {
    assertThat(Js.json(MODULE, "return m.scale(" + values + ", args[0]).levels;", unit))
        .isEqualTo(ticks);
  }

  @Test
  void scale_anyValues_holdsThemInAFewSteps() {
    assertThat(
            Js.json(
                MODULE,
                """
                let seed = 7;
                const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
                const bad = [];
                for (let i = 0; i < 500; i++) {
                  const size = 10 ** Math.floor(random() * 9 - 3);
                  const values = [random() * size, random() * size, random() * size];
                  const unit = ['count', 'duration', 'ratio'][i % 3];
                  const {least, greatest, levels: ticks} = m.scale(values, unit);
                  const inside = values.every((v) => v >= least && v <= greatest);
                  if (!inside || ticks.length < 2 || ticks.length > 6) bad.push([values, unit, ticks]);
                }
                return bad;
                """))
        .isEqualTo("[]");
  }

  @Test
  void linePath_gap_breaksTheLine() {
    assertThat(
            Js.run(
                    MODULE,
                    "return m.linePath([0, 5, null, 10, null, 10, 10], {least: 0, greatest: 10});")
                .asString())
        .isEqualTo("M0 100h.01L167 50M500 0h.01M833 0h.01L1000 0");
  }

  @Test
  void scale_nothing_drawsNothing() {
    assertThat(
            Js.json(
                MODULE,
                """
                const bounds = m.scale([null], 'count');
                return [m.linePath([null], bounds), bounds.levels.map((level) => m.levelPath(level, bounds)).join('')];
                """))
        .isEqualTo("[\"\",\"\"]");
  }

  @Test
  void linePath_nothing_isEmpty() {
    assertThat(
            Js.json(
                MODULE,
                """
                const bounds = {least: 0, greatest: 1};
                return [m.linePath([], bounds), m.linePath([null], bounds), m.lastDot([null], bounds),
                  m.levelPath(null, bounds), m.levelPath(2, bounds), m.levelPath(0.5, bounds)];
                """))
        .isEqualTo("[\"\",\"\",\"\",\"\",\"\",\"M0 50H1000\"]");
  }

  @Test
  void lastDot_isOnTheNewestValue() {
    assertThat(
            Js.run(MODULE, "return m.lastDot([0, 10, null], {least: 0, greatest: 10});").asString())
        .isEqualTo("M500 0h.01");
  }

  @Test
  void tightBounds_constantSeries_hasRoom() {
    assertThat(
            Js.json(
                MODULE,
                "return [[0, 0], [5, 5], [-1e12]].map((v) => m.tightBounds(v))"
                    + ".every(({least, greatest}) => least < greatest);"))
        .isEqualTo("true");
  }
}
