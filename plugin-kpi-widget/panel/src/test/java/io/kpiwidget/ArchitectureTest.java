package io.kpiwidget;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.UIManager;

/** Who may import whom: the table of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "io.kpiwidget", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String CONFIG = "io.kpiwidget.engine.config";
  private static final String PLATFORM = "io.kpiwidget.engine.platform";
  private static final String TOKEN = "io.kpiwidget.engine.token";
  private static final String IDENTITY = "io.kpiwidget.engine.identity";
  private static final String WIDGET = "io.kpiwidget.engine.widget";
  private static final String CACHE = "io.kpiwidget.engine.cache";
  private static final String FEED = "io.kpiwidget.engine.feed";
  private static final String PAGE = "io.kpiwidget.page";
  private static final String LINK = "io.kpiwidget.chromium.link";
  private static final String CHROMIUM = "io.kpiwidget.chromium";
  private static final String BUNDLE = "io.kpiwidget.chromium.bundle";
  private static final String STATE = "io.kpiwidget.panel.state";
  private static final String SWING = "io.kpiwidget.panel.swing";
  private static final String BROWSER = "io.kpiwidget.panel.browser";
  private static final String HOST = "io.kpiwidget.host";

  /** The sandbox's own composition root; what it simulates with is below it. */
  private static final String SANDBOX = "io.kpiwidget.sandbox";

  /** A package, and which others of ours it may use. The panel's root may use all. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry(HOST, List.of()),
          Map.entry(PAGE, List.of()),
          Map.entry(LINK, List.of()),
          Map.entry(BUNDLE, List.of(LINK)),
          Map.entry(CHROMIUM, List.of(LINK, BUNDLE)),
          Map.entry(CONFIG, List.of()),
          Map.entry(PLATFORM, List.of(CONFIG)),
          Map.entry(TOKEN, List.of(CONFIG, PLATFORM)),
          Map.entry(IDENTITY, List.of(CONFIG, PLATFORM, TOKEN)),
          Map.entry(WIDGET, List.of(CONFIG, PLATFORM, IDENTITY)),
          Map.entry(CACHE, List.of(PLATFORM, WIDGET)),
          Map.entry(FEED, List.of(CONFIG, PLATFORM, TOKEN, IDENTITY, WIDGET, CACHE)),
          Map.entry(STATE, List.of(FEED, WIDGET)),
          Map.entry(SWING, List.of(STATE, FEED, WIDGET)),
          // of the platform its loggers, which let no secret through
          Map.entry(BROWSER, List.of(STATE, FEED, WIDGET, PAGE, LINK, BUNDLE, PLATFORM)));

  @ArchTest
  static void packages_importOnlyWhatTheTableAllows(JavaClasses all) {
    MAY_IMPORT.forEach((subject, allowed) -> mayImport(subject, allowed).check(all));
  }

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("io.kpiwidget.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule CHROMIUM_STAYS_IN_ITS_PROCESS =
      noClasses()
          .that(not(resideInAnyPackage(CHROMIUM, "org.cef..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.cef..")
          .because("the desktop's JVM must never load Chromium's native code");

  @ArchTest
  static final ArchRule SWING_STAYS_IN_THE_PANEL =
      noClasses()
          .that(not(resideInAnyPackage("io.kpiwidget.panel", SWING, BROWSER, HOST)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javax.swing..")
          .because("everything else runs on any thread, on a server or in the browser process");

  @ArchTest
  static final ArchRule OKHTTP_HAS_ONE_DOOR =
      noClasses()
          .that(not(resideInAPackage(PLATFORM)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..")
          .because("limits, errors and secrets are handled once, in engine.platform");

  @ArchTest
  static final ArchRule PF4J_IS_KNOWN_AT_THE_ENTRY_ONLY =
      noClasses()
          .that(not(resideInAnyPackage("io.kpiwidget.panel", HOST)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.pf4j..");

  @ArchTest
  static final ArchRule TIME_IS_INJECTED =
      noClasses()
          .that(not(resideInAnyPackage("io.kpiwidget.panel", CHROMIUM, HOST, SANDBOX)))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .because("a clock comes in by constructor, so that tests can hold it");

  @ArchTest
  static final ArchRule NOTHING_OUTLIVES_THE_PLUGIN =
      noClasses()
          .that(resideInAnyPackage("io.kpiwidget.engine..", "io.kpiwidget.panel.."))
          .should()
          .callMethod(Runtime.class, "addShutdownHook", Thread.class)
          .orShould()
          .callMethod(UIManager.class, "put", Object.class, Object.class)
          .orShould()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                      "orTimeout|completeOnTimeout|delayedExecutor|systemScheduler")))
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("javax.swing.JFrame")
          .because("JVM singletons would hold the plugin's class loader after it is unloaded");

  private static ArchRule mayImport(String subject, List<String> allowed) {
    var open = Stream.concat(Stream.of(subject), allowed.stream()).toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(subject)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("io.kpiwidget..")).or(resideInAnyPackage(open)))
        .allowEmptyShould(true)
        .because(subject + " may use " + Arrays.toString(open));
  }
}
