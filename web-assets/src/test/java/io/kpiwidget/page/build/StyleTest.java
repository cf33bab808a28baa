package io.kpiwidget.page.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StyleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/* one */ a { b: c; d: e; }|a{b:c;d:e}",
        "a { b: calc(1px + 2px - 3px * 4); }|a{b:calc(1px + 2px - 3px * 4)}",
        "a b > c ~ d , e :is(f, g) { h: i !important; }|a b>c~d,e :is(f,g){h:i!important}",
        "@container v (width < 250px) { a { grid: auto / 1fr 2fr; } }|@container v (width<250px){a{grid:auto/1fr 2fr}}",
        "@media (x: y) and (width >= 1px) { a[b] { --c: \"● \"; } }|@media (x:y) and (width>=1px){a[b]{--c:\"● \"}}",
        "a { b: c; d { e: f; } }|a{b:c;d{e:f}}"
      })
  void minified_saysTheSame(String sheet, String expected) {
    assertThat(Style.minified(sheet.replace(" ", "\n  ").replace("\"●\n  \"", "\"● \"")))
        .isEqualTo(expected);
  }
}
