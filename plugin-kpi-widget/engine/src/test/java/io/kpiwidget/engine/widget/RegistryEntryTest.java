package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryEntryTest {

  private static final String KEY = RegistryEntry.key("guide https://a.example", "{}");
  private static final RegistryEntry ENTRY = new RegistryEntry(KEY, "w-17_B");

  @Test
  void key_isAHash_andTellsTenantFromBody() {
    assertThat(KEY).matches("[0-9a-f]{64}");
    assertThat(RegistryEntry.key("ab", "c")).isNotEqualTo(RegistryEntry.key("a", "bc"));
    assertThat(RegistryEntry.key("a\u00ff", "")).isNotEqualTo(RegistryEntry.key("a", "\u00ff"));
  }

  @Test
  void read_ofWhatWasWritten_isTheSame() {
    assertThat(RegistryEntry.read(KEY, ENTRY.bytes())).contains(ENTRY);
  }

  @Test
  void longestEntry_fitsIntoWhatIsRead() {
    var longest = new RegistryEntry(KEY, "x".repeat(128));

    assertThat(longest.bytes().length).isLessThan(RegistryEntry.MOST_BYTES);
  }

  @Test
  void read_cutAtAnyByte_isNothing() {
    for (int length = 0; length < ENTRY.bytes().length; length++) {
      assertThat(RegistryEntry.read(KEY, Arrays.copyOf(ENTRY.bytes(), length))).isEmpty();
    }
  }

  @Test
  void read_withAnyBitTurned_isNothing() {
    for (int bit = 0; bit < ENTRY.bytes().length * 8; bit++) {
      var bytes = ENTRY.bytes();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(RegistryEntry.read(KEY, bytes)).isEmpty();
    }
  }

  @Test
  void read_withMoreBehind_isNothing() {
    var bytes = ENTRY.bytes();

    assertThat(RegistryEntry.read(KEY, Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
  }

  @Test
  void read_underAnotherName_isNothing() {
    assertThat(RegistryEntry.read(RegistryEntry.key("other", "{}"), ENTRY.bytes())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, w-17_B, true",
    "2, w-17_B, false",
    "1, ../w, false",
    "1, w?access=1, false",
    "1, '', false"
  })
  void read_withARightHash_takesOurVersion_andIdsThatMayBeInAnAddress(
      String version, String id, boolean taken) throws Exception {
    var said = "kpi-widget id " + version + "\n" + id + "\n";
    var sha = MessageDigest.getInstance("SHA-256");
    var hash = HexFormat.of().formatHex(sha.digest((said + KEY).getBytes(StandardCharsets.UTF_8)));
    var bytes = (said + hash + "\n").getBytes(StandardCharsets.UTF_8);

    assertThat(RegistryEntry.read(KEY, bytes).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../x", "x/y", "x#y", "x\n", "\u00e4"})
  void id_thatMustNotBeInAnAddress_isRefused(String id) {
    assertThatThrownBy(() -> new RegistryEntry(KEY, id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must match");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "127, true", "128, true", "129, false"})
  void id_lengths(int length, boolean taken) {
    var id = "x".repeat(length);
    if (taken) {
      assertThat(new RegistryEntry(KEY, id).id()).isEqualTo(id);
    } else {
      assertThatThrownBy(() -> new RegistryEntry(KEY, id))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
