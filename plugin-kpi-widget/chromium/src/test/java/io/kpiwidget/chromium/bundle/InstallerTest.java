package io.kpiwidget.chromium.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.link.Entry;
import io.kpiwidget.chromium.link.Link;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallerTest {

  @TempDir Path home;
  private final List<ToDesktop> said = new ArrayList<>();
  private final FakeDisk disk = new FakeDisk();
  private SmallNatives small;
  private Bundle bundle;

  @BeforeEach
  void smallBundle() throws IOException {
    small = SmallNatives.in(Files.createDirectory(home.resolve("vendor")));
    bundle = small.bundle(home.resolve("data"));
  }

  private ToDesktop run(Natives natives) {
    Path jar = home.resolve("plugins").resolve("kpi-widget-plugin.jar");
    return new Installer(bundle, natives, jar, disk, said::add).run();
  }

  private ToDesktop.Failed failure(Natives natives) {
    return (ToDesktop.Failed) run(natives);
  }

  private static Natives at(Path place) {
    return Natives.of(place.toString(), "");
  }

  private void assertNothingIsLeft() {
    assertThat(bundle.folder()).doesNotExist();
    assertThat(bundle.home()).isDirectoryNotContaining("glob:**tmp-*");
  }

  @Test
  void jarBesideThePlugin_isInstalled_withRealProgress() throws IOException {
    Path beside = Files.createDirectories(home.resolve("plugins").resolve("chromium"));
    Files.copy(small.jar(), beside.resolve(small.jar().getFileName()));
    assertThat(run(Natives.UNSAID)).isEqualTo(new ToDesktop.Installed(bundle.folder().toString()));
    assertThat(bundle.ready(Natives.UNSAID)).contains(bundle.folder());
    assertThat(said)
        .contains(new ToDesktop.Progress("Checking Chromium", 1))
        .contains(new ToDesktop.Progress("Unpacking Chromium", 1));
  }

  @Test
  void installed_isNotInstalledAgain() {
    run(at(small.jar()));
    said.clear();
    assertThat(run(at(small.jar()))).isInstanceOf(ToDesktop.Installed.class);
    assertThat(said).isEmpty();
  }

  @Test
  void nothingThere_saysWhereItLooked() {
    ToDesktop.Failed failed = failure(Natives.UNSAID);
    assertThat(failed.code()).isEqualTo("bundle-missing");
    assertThat(failed.detail())
        .contains(home.resolve("plugins").toString())
        .contains(home.resolve("plugins").resolve("chromium").toString());
  }

  @Test
  void configuredJarThatIsMissing_isNamed_andNothingElseIsTaken() {
    Path configured = home.resolve("natives.jar");
    ToDesktop.Failed failed = failure(Natives.of(configured.toString(), "https://127.0.0.1:1"));
    assertThat(failed.code()).isEqualTo("bundle-missing");
    assertThat(failed.detail()).contains(configured.toString());
  }

  @Test
  void otherJar_isRefused() throws IOException {
    byte[] other = Files.readAllBytes(small.jar());
    other[other.length / 2]++;
    Files.write(small.jar(), other);
    ToDesktop.Failed failed = failure(at(small.jar()));
    assertThat(failed).isEqualTo(new ToDesktop.Failed("bundle-checksum", small.jar().toString()));
    assertNothingIsLeft();
  }

  @Test
  void jarCutShort_isToldApart() throws IOException {
    byte[] whole = Files.readAllBytes(small.jar());
    Files.write(small.jar(), Arrays.copyOf(whole, whole.length - 1));
    assertThat(failure(at(small.jar())).code()).isEqualTo("bundle-truncated");
    assertNothingIsLeft();
  }

  @Test
  void jarForAnotherPlatform_isToldApart() throws IOException {
    Path other = small.jar().resolveSibling("jcef-natives-windows-amd64-1.jar");
    Files.move(small.jar(), other);
    assertThat(failure(at(other)).code()).isEqualTo("platform-wrong");
    assertThat(failure(at(other.resolveSibling(""))).detail()).isEqualTo(other.toString());
  }

  @Test
  void jarForAnotherPlatform_besideTheRightOne_doesNotMatter() throws IOException {
    Files.createFile(small.jar().resolveSibling("jcef-natives-linux-arm64-1.jar"));
    assertThat(run(at(small.jar().resolveSibling("")))).isInstanceOf(ToDesktop.Installed.class);
  }

  @Test
  void unpackedFolderForAnotherPlatform_isToldApart() throws IOException {
    Path folder = Files.createDirectory(home.resolve("unpacked"));
    Files.createFile(folder.resolve("jcef.dll"));
    Files.createFile(folder.resolve("libcef.dll"));
    assertThat(failure(at(folder)).code()).isEqualTo("platform-wrong");
  }

  @Test
  void unpackedFolderForAnotherMachine_isToldApart() throws IOException {
    Path folder = Files.createDirectory(home.resolve("unpacked"));
    int another = Elf.machineHere() + 1;
    Files.write(folder.resolve(System.mapLibraryName("jcef")), SmallElf.with(another, ""));
    assertThat(failure(at(folder)).code()).isEqualTo("platform-wrong");
  }

  @Test
  void unpackedFolderWithAFileCutShort_namesIt_andStaysAsItIs() throws IOException {
    Path folder = home.resolve("unpacked");
    small.unpack(folder);
    Path cut = Files.writeString(folder.resolve("icudtl.dat"), "d");
    assertThat(failure(at(folder)))
        .isEqualTo(new ToDesktop.Failed("bundle-damaged", cut.toString()));
    assertThat(cut).hasContent("d");
  }

  @Test
  void tooLittleRoom_isSaidBeforeAnythingIsWritten() {
    disk.free = 1000;
    assertThat(failure(at(small.jar())).code()).isEqualTo("disk-full");
    assertNothingIsLeft();
  }

  @Test
  void diskThatFillsUp_isToldApart_inAnyLanguage() {
    disk.room = 1000;
    assertThat(failure(at(small.jar())).code()).isEqualTo("disk-full");
    assertNothingIsLeft();
    disk.room = Long.MAX_VALUE;
    assertThat(run(at(small.jar()))).isInstanceOf(ToDesktop.Installed.class);
  }

  @Test
  void fileSystemThatRunsNoPrograms_isToldBeforehand() {
    disk.runsPrograms = false;
    assertThat(failure(at(small.jar())).code()).isEqualTo("bundle-noexec");
    assertNothingIsLeft();
  }

  @Test
  void dataFolderThatCannotBe_isToldApart() throws IOException {
    Files.createFile(home.resolve("data"));
    assertThat(failure(at(small.jar())).code()).isEqualTo("data-unwritable");
  }

  @Test
  void interrupt_stopsIt_andLeavesNothing() {
    Thread.currentThread().interrupt();
    assertThat(failure(at(small.jar())).code()).isEqualTo("install-cancelled");
    assertThat(Thread.interrupted()).isFalse();
    assertNothingIsLeft();
  }

  @Test
  void leftoverOfADeadInstaller_goes_andTheFolderIsWhole() throws IOException {
    Path dead = bundle.home().resolve(bundle.folder().getFileName() + ".tmp-1");
    Files.createDirectories(dead.resolve("locales"));
    Files.createDirectories(bundle.folder().resolve("half"));
    assertThat(run(at(small.jar()))).isInstanceOf(ToDesktop.Installed.class);
    assertThat(dead).doesNotExist();
    assertThat(bundle.folder().resolve("half")).doesNotExist();
  }

  @Test
  void outlook_writesNothing_andFindsOtherContent() throws IOException {
    Installer installer =
        new Installer(bundle, at(small.jar()), home.resolve("plugin.jar"), disk, said::add);
    assertThat(installer.outlook())
        .isEqualTo(new Installer.Outlook(small.jar().toString(), Optional.empty()));
    assertThat(home.resolve("data")).doesNotExist();
    small.unpack(bundle.folder());
    Path changed = bundle.folder().resolve("locales/en-US.pak");
    Files.writeString(changed, "swore");
    assertThat(installer.outlook().failure())
        .contains(new ToDesktop.Failed("bundle-damaged", changed.toString()));
  }

  /** Two desktops that start together, with Chromium's own files. */
  @Test
  void twoProcesses_atOnce_oneUnpacks_bothHaveTheBundle() throws Exception {
    Process first = install();
    Process second = install();
    List<ToDesktop> both = new ArrayList<>(heard(first));
    both.addAll(heard(second));
    Bundle real = Bundle.of(home).orElseThrow();
    assertThat(both)
        .filteredOn(ToDesktop.Installed.class::isInstance)
        .containsExactly(installed(real), installed(real));
    assertThat(both).filteredOn(new ToDesktop.Progress("Unpacking Chromium", 1)::equals).hasSize(1);
    assertThat(real.manifest().damaged(real.folder())).isEmpty();
    assertThat(real.home()).isDirectoryNotContaining("glob:**tmp-*");
    assertHelperIgnoresAPlantedLibrary(real.folder());
  }

  private static ToDesktop installed(Bundle bundle) {
    return new ToDesktop.Installed(bundle.folder().toString());
  }

  private void assertHelperIgnoresAPlantedLibrary(Path folder) throws Exception {
    Path planted = Files.createDirectory(home.resolve("planted"));
    Files.writeString(planted.resolve("libcef.so"), "a fake");
    ProcessBuilder linker = new ProcessBuilder(folder.resolve("jcef_helper").toString());
    // the dynamic linker lists what it would load, and nothing runs
    linker.environment().put("LD_TRACE_LOADED_OBJECTS", "1");
    Process listing = linker.directory(planted.toFile()).redirectErrorStream(true).start();
    String text = new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(text).contains("libcef.so => " + folder.resolve("libcef.so"));
  }

  @Test
  void cancel_endsTheProcess_andLeavesNothing() throws Exception {
    Process process = install();
    var link = Link.desktopEnd(process.getInputStream(), process.getOutputStream());
    assertThat(link.receive()).isPresent();
    link.send(Link.PROCESS, new ToBrowser.Cancel());
    var last = link.receive();
    while (last.isPresent() && last.get().message() instanceof ToDesktop.Progress) {
      last = link.receive();
    }
    assertThat(last.map(Link.Said::message))
        .contains(new ToDesktop.Failed("install-cancelled", "stopped"));
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Bundle.of(home).orElseThrow().home()).isDirectoryNotContaining("glob:**amd64*");
  }

  private Process install() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                Entry.MAIN_CLASS,
                Entry.INSTALL,
                home.toString(),
                home.resolve("plugin.jar").toString()));
    command.addAll(Natives.of(System.getProperty("chromium.natives"), "").arguments());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static List<ToDesktop> heard(Process process) throws IOException {
    var link = Link.desktopEnd(process.getInputStream(), process.getOutputStream());
    List<ToDesktop> all = new ArrayList<>();
    for (var next = link.receive(); next.isPresent(); next = link.receive()) {
      all.add(next.get().message());
    }
    return all;
  }

  /** Fills up where a test says so. */
  private static final class FakeDisk implements Disk {

    private long free = Long.MAX_VALUE;
    private long room = Long.MAX_VALUE;
    private boolean runsPrograms = true;

    @Override
    public long free(Path folder) {
      return Math.min(free, room == 0 ? 1 : Long.MAX_VALUE);
    }

    @Override
    public boolean runsPrograms(Path folder) {
      return runsPrograms;
    }

    @Override
    public OutputStream append(Path file) throws IOException {
      OutputStream real =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new FilterOutputStream(real) {
        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
          if (length > room) {
            room = 0;
            throw new IOException("Auf dem Ger\u00e4t ist kein Speicherplatz mehr verf\u00fcgbar");
          }
          room -= room == Long.MAX_VALUE ? 0 : length;
          out.write(source, offset, length);
        }
      };
    }
  }
}
