package io.kpiwidget.chromium.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.bundle.Packages.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PackagesTest {

  private static final List<String> LIBRARIES = List.of("libcups.so.2", "libnss3.so");

  @TempDir Path root;

  private Packages system(String release) throws IOException {
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(root.resolve("etc/os-release"), release);
    return Packages.below(root);
  }

  @ParameterizedTest
  @CsvSource({
    "'ID=debian', apt-get install libcups2 libnss3",
    "'ID=linuxmint\nID_LIKE=\"ubuntu debian\"', apt-get install libcups2 libnss3",
    "'NAME=\"Rocky\"\nID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"', dnf install cups-libs nss",
    "'ID=fedora', dnf install cups-libs nss",
    "'ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"', zypper install libcups2 mozilla-nss",
    "'ID=sles', zypper install libcups2 mozilla-nss"
  })
  void command_isThatOfTheSystem(String release, String command) throws IOException {
    assertThat(system(release).command(LIBRARIES)).isEqualTo(command);
  }

  @Test
  void command_namesAPackageOnce_andWhatNobodyKnowsAsItIs() throws IOException {
    assertThat(system("ID=debian").command(List.of("libnss3.so", "libsmime3.so", "libodd.so.1")))
        .isEqualTo("apt-get install libnss3 libodd.so.1");
  }

  @Test
  void newDebian_hasNamesOfItsOwn() throws IOException {
    Path installed = Files.createDirectories(root.resolve("var/lib/dpkg/info"));
    Files.createFile(installed.resolve("libssl3t64:amd64.list"));
    assertThat(system("ID=ubuntu").command(LIBRARIES))
        .isEqualTo("apt-get install libcups2t64 libnss3");
  }

  @Test
  void unknownSystem_getsEveryCommand() throws IOException {
    assertThat(system("ID=void").command(LIBRARIES))
        .isEqualTo(
            "Debian, Ubuntu: apt-get install libcups2 libnss3; "
                + "RHEL, Fedora: dnf install cups-libs nss; "
                + "SUSE: zypper install libcups2 mozilla-nss");
  }

  @ParameterizedTest
  @EnumSource
  void everyLibraryThatChromiumNeeds_hasAPackage(Family family) {
    Packages packages = Packages.below(root);
    assertThat(Manifest.of("linux-amd64").orElseThrow().needed())
        .isNotEmpty()
        .allSatisfy(library -> assertThat(packages.name(family, library)).isPresent());
  }
}
