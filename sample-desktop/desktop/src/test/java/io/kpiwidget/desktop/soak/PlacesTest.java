package io.kpiwidget.desktop.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlacesTest {

  private final Needle needle = new Needle("canary0123456789");
  @TempDir private Path folder;

  @Test
  void files_withoutTheWord_areReadAndClean() throws Exception {
    Files.writeString(folder.resolve("log"), "nothing here");
    var found = Places.files(folder, any -> true, needle);
    assertThat(found.looked()).isEqualTo(1);
    assertThat(found.where()).isEmpty();
  }

  @Test
  void file_deepDownWithTheWord_isNamed() throws Exception {
    var deep = Files.createDirectories(folder.resolve("profile/Cache")).resolve("data_1");
    Files.writeString(deep, "authorization: Bearer canary0123456789abc");
    assertThat(Places.files(folder, any -> true, needle).where()).containsExactly(deep.toString());
  }

  @Test
  void file_notWanted_isNotRead() throws Exception {
    Files.writeString(folder.resolve("log"), "canary0123456789");
    assertThat(Places.files(folder, any -> false, needle).looked()).isZero();
  }

  @Test
  void folder_thatIsGone_isEmpty() throws Exception {
    assertThat(Places.files(folder.resolve("gone"), any -> true, needle).looked()).isZero();
  }
}
