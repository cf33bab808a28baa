package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;

final class WidgetRegistryTest {

  private static final String TENANT = "guide https://acme.example";
  private static final String BODY =
      "{\"name\": \"Ann Example\", \"values\": [\"queue-billing\", \"agent-ann\"]}";

  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());

  // files get the real time, and not every file system keeps its fractions
  private final Clock clock =
      Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void place() {
    folder = parent.resolve("kpi/widgets");
  }

  @Test
  void unknownDefinition_hasNoId() {
    assertThat(registry().id(TENANT, BODY)).isEmpty();
    assertThat(logged).isEmpty();
  }

  @Test
  void put_isKnownToTheNextDesktop_butOfNoOtherTenantOrDefinition() {
    registry().put(TENANT, BODY, "w-1");

    assertThat(registry().id(TENANT, BODY)).contains("w-1");
    assertThat(registry().id("guide https://other.example", BODY)).isEmpty();
    assertThat(registry().id(TENANT, BODY + " ")).isEmpty();
    assertThat(logged).isEmpty();
  }

  @Test
  void put_again_replaces() {
    var registry = registry();
    registry.put(TENANT, BODY, "w-1");
    registry.put(TENANT, BODY, "w-2");

    assertThat(registry.id(TENANT, BODY)).contains("w-2");
    assertThat(registry().id(TENANT, BODY)).contains("w-2");
    assertThat(files()).hasSize(1);
  }

  @Test
  void opening_touchesNoDisk_andLookingMakesNoFolder() {
    registry().id(TENANT, BODY);

    assertThat(folder).doesNotExist();
  }

  @Test
  void secondLook_needsNoDisk() throws IOException {
    registry().put(TENANT, BODY, "w-1");
    var registry = registry();
    registry.id(TENANT, BODY);
    Files.delete(entry());

    assertThat(registry.id(TENANT, BODY)).contains("w-1");
  }

  @Test
  void forget_reachesMemoryAndDisk() {
    var registry = registry();
    registry.put(TENANT, BODY, "w-1");
    registry.forget(TENANT, BODY);

    assertThat(registry.id(TENANT, BODY)).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void forget_ofWhatWasNeverLookedUp_reachesTheDisk() {
    registry().put(TENANT, BODY, "w-1");
    registry().forget(TENANT, BODY);

    assertThat(registry().id(TENANT, BODY)).isEmpty();
  }

  @Test
  void forget_keepsWhatAnotherDesktopRegisteredSince() {
    var registry = registry();
    registry.put(TENANT, BODY, "w-1");
    registry().put(TENANT, BODY, "w-2");

    registry.forget(TENANT, BODY);
    assertThat(registry.id(TENANT, BODY)).contains("w-2");

    registry.forget(TENANT, BODY);
    assertThat(registry.id(TENANT, BODY)).isEmpty();
  }

  @Test
  void folder_tellsNothingOfAnAgent() throws IOException {
    registry().put(TENANT, BODY, "w-1");

    var told = entry().getFileName() + Files.readString(entry());
    assertThat(told.replace("w-1", ""))
        .matches("[0-9a-f]{64}\\.kpi-widget" + "kpi-widget id 1\n\n[0-9a-f]{64}\n");
  }

  /** What may be in an entry's place. */
  enum Damage {
    EMPTY {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    CUT {
      @Override
      void to(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      }
    },
    ZEROED {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, new byte[(int) Files.size(file)]);
      }
    },
    BINARY {
      @Override
      void to(Path file) throws IOException {
        var bytes = new byte[300];
        new Random(4).nextBytes(bytes);
        Files.write(file, bytes);
      }
    },
    FORGED {
      @Override
      void to(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replace("w-1", "w-9"));
      }
    },
    HUGE {
      @Override
      void to(Path file) throws IOException {
        try (var big = new RandomAccessFile(file.toFile(), "rw")) {
          big.setLength(8L << 30); // a hole; it would not fit into memory
        }
      }
    },
    LINK {
      @Override
      void to(Path file) throws IOException {
        Files.move(file, file.resolveSibling("target"));
        Files.createSymbolicLink(file, Path.of("target"));
      }
    },
    PIPE {
      @Override
      void to(Path file) throws Exception {
        Files.delete(file);
        new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
        assertThat(Files.readAttributes(file, "isOther")).containsEntry("isOther", true);
      }
    };

    abstract void to(Path file) throws Exception;
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  @EnabledOnOs(OS.LINUX)
  void damagedEntry_isAbsent_andReplaced(Damage damage) throws Exception {
    registry().put(TENANT, BODY, "w-1");
    damage.to(entry());

    assertThat(registry().id(TENANT, BODY)).isEmpty();
    registry().put(TENANT, BODY, "w-2");
    assertThat(registry().id(TENANT, BODY)).contains("w-2");
    assertThat(Files.readString(entry())).contains("w-2");
    assertThat(logged).isEmpty();
  }

  @Test
  void folderInAnEntrysPlace_isAbsent_andLeavesTheIdInMemory() throws IOException {
    Files.createDirectories(entry().resolve("somebody's"));
    var registry = registry();
    assertThat(registry.id(TENANT, BODY)).isEmpty();

    registry.put(TENANT, BODY, "w-1");

    assertThat(registry.id(TENANT, BODY)).contains("w-1");
    assertThat(logged).containsExactly("debug a widget's id stays in memory only");
    assertThat(files()).hasSize(1);
  }

  @Test
  void sweep_takesOldEntriesAndTemporaries_andNothingOfOthers() throws IOException {
    registry().put(TENANT, BODY, "w-1");
    registry().put(TENANT, "old", "w-2");
    age(entry(), Duration.ofDays(14));
    age(entry("old"), Duration.ofDays(14).plusSeconds(1));
    var mine = file("5" + RegistryFile.TEMPORARY, Duration.ofMinutes(60));
    var stale = file("6" + RegistryFile.TEMPORARY, Duration.ofMinutes(61));
    var foreign = file("desktop.ini", Duration.ofDays(1000));

    registry().id(TENANT, BODY);

    assertThat(files()).containsExactlyInAnyOrder(entry(), mine, foreign);
    assertThat(stale).doesNotExist();
    assertThat(logged).isEmpty();
  }

  @Test
  void sweep_atOpeningOnly() throws IOException {
    var registry = registry();
    registry.put(TENANT, BODY, "w-1");
    age(entry(), Duration.ofDays(15));

    registry.put(TENANT, "other", "w-2");

    assertThat(entry()).exists();
  }

  @Test
  void sweep_leavesTheNewest2000() throws IOException {
    Files.createDirectories(folder);
    for (int n = 0; n < 2_005; n++) {
      var entry = new RegistryEntry(RegistryEntry.key(TENANT, "body " + n), "w-" + n);
      Files.write(entry("body " + n), entry.bytes());
      age(entry("body " + n), Duration.ofSeconds(n));
    }

    assertThat(registry().id(TENANT, "body 1999")).contains("w-1999");
    assertThat(registry().id(TENANT, "body 2000")).isEmpty();
    assertThat(files()).hasSize(2_000);
  }

  @Test
  void sweepsAtOnce_doNotDisturbEachOther_norAWriter() throws Exception {
    Files.createDirectories(folder);
    for (int n = 0; n < 500; n++) {
      file(n + RegistryFile.TEMPORARY, Duration.ofDays(1));
    }
    var threads = Executors.newFixedThreadPool(4);
    try {
      var desktops = IntStream.range(0, 4).mapToObj(this::desktop).toList();
      for (var done : threads.invokeAll(desktops)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(logged).isEmpty();
    assertThat(files()).hasSize(4);
  }

  private Callable<Boolean> desktop(int number) {
    return () -> {
      registry().put(TENANT, "body " + number, "w-" + number);
      return registry().id(TENANT, "body " + number).isPresent();
    };
  }

  @Test
  void folderThatCannotBeMade_costsTheNextStart_andIsToldOnce() throws IOException {
    Files.writeString(parent.resolve("kpi"), "a file where the folder should be");
    assertKeptInMemoryOnly();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void folderThatCannotBeWritten_costsTheNextStart_andIsToldOnce() {
    folder = Path.of("/proc/self"); // not even root makes a file there
    assertKeptInMemoryOnly();
  }

  private void assertKeptInMemoryOnly() {
    var registry = registry();
    registry.put(TENANT, BODY, "w-1");
    registry.put(TENANT, "other", "w-2");

    assertThat(registry.id(TENANT, BODY)).contains("w-1");
    assertThat(registry.id(TENANT, "other")).contains("w-2");
    assertThat(logged.stream().filter(line -> !line.startsWith("debug")))
        .singleElement()
        .asString()
        .startsWith("info The ids of the platform's widgets are kept in memory only")
        .contains("registers its widget again", "Let it write to", folder.toString());
    registry.forget(TENANT, BODY);
    assertThat(registry.id(TENANT, BODY)).isEmpty();
    assertThat(registry().id(TENANT, "other")).isEmpty();
  }

  @Test
  void putOfAnInterruptedThread_isKept_andStaysInterrupted() {
    Thread.currentThread().interrupt();
    registry().put(TENANT, BODY, "w-1");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(registry().id(TENANT, BODY)).contains("w-1");
    assertThat(logged).noneMatch(line -> line.startsWith("info"));
  }

  @Test
  void inMemory_isARegistryWithoutADisk() {
    var registry = WidgetRegistry.inMemory();
    registry.put(TENANT, BODY, "w-1");
    assertThat(registry.id(TENANT, BODY)).contains("w-1");

    registry.forget(TENANT, BODY);
    assertThat(registry.id(TENANT, BODY)).isEmpty();
  }

  @Test
  void in_keepsIdsInTheFolder() {
    WidgetRegistry.in(folder, clock).put(TENANT, BODY, "w-1");

    assertThat(WidgetRegistry.in(folder, clock).id(TENANT, BODY)).contains("w-1");
  }

  private WidgetRegistry registry() {
    return new WidgetRegistry(new RegistryFolder(folder, clock, logger()));
  }

  private Path entry() {
    return entry(BODY);
  }

  private Path entry(String body) {
    return RegistryFile.entry(folder, RegistryEntry.key(TENANT, body));
  }

  private Path file(String name, Duration age) throws IOException {
    var file = Files.write(folder.resolve(name), name.getBytes(StandardCharsets.UTF_8));
    age(file, age);
    return file;
  }

  private void age(Path file, Duration age) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
  }

  private List<Path> files() {
    try (var files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // level and words, with what fills their places
  private Logger logger() {
    return (Logger)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Logger.class},
            (proxy, method, arguments) -> {
              var words = new ArrayList<String>(List.of(method.getName()));
              for (var argument : arguments) {
                if (argument instanceof Object[] several) {
                  Arrays.stream(several).map(String::valueOf).forEach(words::add);
                } else if (!(argument instanceof Throwable)) {
                  words.add(String.valueOf(argument));
                }
              }
              logged.add(String.join(" ", words));
              return null;
            });
  }
}
