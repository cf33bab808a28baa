package io.kpiwidget.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;

/** The import table of the architecture, section 1, inside the engine. */
@AnalyzeClasses(packages = "io.kpiwidget.engine", importOptions = DoNotIncludeTests.class)
final class EngineArchitectureTest {

  @ArchTest
  static final ArchRule packages_importOnlyWhatTheTableAllows =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("config")
          .definedBy("io.kpiwidget.engine.config")
          .layer("platform")
          .definedBy("io.kpiwidget.engine.platform")
          .layer("token")
          .definedBy("io.kpiwidget.engine.token")
          .layer("identity")
          .definedBy("io.kpiwidget.engine.identity")
          .layer("widget")
          .definedBy("io.kpiwidget.engine.widget")
          .layer("cache")
          .definedBy("io.kpiwidget.engine.cache")
          .layer("feed")
          .definedBy("io.kpiwidget.engine.feed")
          .whereLayer("config")
          .mayNotAccessAnyLayer()
          .whereLayer("platform")
          .mayOnlyAccessLayers("config")
          .whereLayer("token")
          .mayOnlyAccessLayers("config", "platform")
          .whereLayer("identity")
          .mayOnlyAccessLayers("config", "platform", "token")
          .whereLayer("widget")
          .mayOnlyAccessLayers("config", "platform", "identity")
          .whereLayer("cache")
          .mayOnlyAccessLayers("platform", "widget")
          .because("data flows one way, so that each part can be tested without the next");

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices().matching("io.kpiwidget.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule okHttp_isInThePlatformOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.kpiwidget.engine.platform")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..")
          .because("there is one door out");

  @ArchTest
  static final ArchRule engine_isHeadless =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.swing..",
              "java.awt..",
              "org.pf4j..",
              "org.cef..",
              "io.kpiwidget.host..",
              "io.kpiwidget.panel..");

  @ArchTest
  static final ArchRule time_comesFromTheClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .because("tests pass time themselves");

  @ArchTest
  static final ArchRule nothing_outlivesTheFeed =
      noClasses()
          .should()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                      "orTimeout|completeOnTimeout|delayedExecutor|addShutdownHook"
                          + "|supplyAsync|runAsync|commonPool")))
          .because("a plugin that is unloaded must leave no thread that knows it");

  @ArchTest
  static final ArchRule output_isLogged =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule loggers_letNoSecretThrough =
      noClasses()
          .that()
          .doNotHaveSimpleName("SafeLog")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.slf4j.LoggerFactory")
          .because("SafeLog hides what must not be in a desktop's log");

  @ArchTest
  static final ArchRule futures_areAwaitedWithALimit =
      noClasses()
          .should()
          .callMethod(CompletableFuture.class, "join")
          .orShould()
          .callMethod(CompletableFuture.class, "get");
}
