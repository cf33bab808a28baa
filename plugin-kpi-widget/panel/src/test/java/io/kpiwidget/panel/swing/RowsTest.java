package io.kpiwidget.panel.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 2, ''",
    "a, 2, a",
    "abc, 2, ab c",
    "abcd, 2, ab cd",
    "abc, 1, a b c",
    "Labc, 2, L ab c",
    "aLbc, 2, ab L c",
    "abLc, 2, ab L c",
    "aLMb, 2, ab L M",
    "aLbMc, 3, abc L M",
    "aL, 2, a L",
    "LM, 2, L M"
  })
  void of_capitalsAlone_andNoHoleButInTheLast(String tiles, int columns, String rows) {
    var letters = List.of(tiles.split("(?!^)")).stream().filter(t -> !t.isEmpty()).toList();
    var made = Rows.of(letters, tile -> Character.isUpperCase(tile.charAt(0)), columns);
    assertThat(String.join(" ", made.stream().map(row -> String.join("", row)).toList()))
        .isEqualTo(rows);
  }
}
