package io.kpiwidget.chromium.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MountsTest {

  private static final List<String> TABLE =
      List.of(
          "22 1 254:0 / / rw,relatime - ext4 /dev/vda rw",
          "40 22 0:35 / /home rw,nosuid,noexec,relatime shared:1 - tmpfs tmpfs rw",
          "41 40 0:36 / /home/agent/my\\040programs rw,relatime - ext4 /dev/vdb rw",
          "42 22 0:37 / /srv rw,noexec - ext4 /dev/vdc rw",
          "43 22 0:38 / /srv rw - ext4 /dev/vdd rw");

  @ParameterizedTest
  @CsvSource({
    "/opt/data,false",
    "/home/agent/.agent-desktop,true",
    "/homes/agent,false",
    "/home/agent/my programs/x,false",
    "/srv/data,false"
  })
  void forbidsPrograms_isSaidByTheNearestMount(Path folder, boolean forbidden) {
    assertThat(Mounts.forbidsPrograms(TABLE, folder)).isEqualTo(forbidden);
  }
}
