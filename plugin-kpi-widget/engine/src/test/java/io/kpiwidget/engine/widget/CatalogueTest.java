package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.config.KpiName;
import io.kpiwidget.engine.config.KpiScope;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CatalogueTest {

  @ParameterizedTest
  @EnumSource(KpiName.class)
  void kpi_hasTitleAndFormula_inEveryLanguage(KpiName name) {
    for (var locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
      var texts = KpiTexts.in(locale);
      assertThat(texts.title(name.id())).as(locale.toString()).isNotEqualTo(name.id()).isNotBlank();
      assertThat(texts.about(name.id())).as(locale.toString()).endsWith(".");
    }
    assertThat(KpiTexts.in(Locale.GERMAN).title(name.id()))
        .isNotEqualTo(KpiTexts.in(Locale.ENGLISH).title(name.id()));
  }

  @ParameterizedTest
  @EnumSource(KpiName.class)
  void kpi_isFoundByThePlatformsMetric(KpiName name) {
    assertThat(KpiName.of(name.type(), name.field())).contains(name);
    assertThat(KpiName.of(name.id())).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING, QUEUE, COUNT, analytics:queueObservation:view",
    "LONGEST_WAIT, QUEUE, DURATION, analytics:queueObservation:view",
    "AGENTS_ON_QUEUE, QUEUE, COUNT, analytics:queueObservation:view",
    "OFFERED, QUEUE, COUNT, analytics:conversationAggregate:view",
    "ABANDON_RATE, QUEUE, RATIO, analytics:conversationAggregate:view",
    "SERVICE_LEVEL, QUEUE, RATIO, analytics:conversationAggregate:view",
    "ASA, QUEUE, DURATION, analytics:conversationAggregate:view",
    "AHT, AGENT, DURATION, analytics:conversationAggregate:view",
    "TRANSFERS, AGENT, COUNT, analytics:conversationAggregate:view",
    "OCCUPANCY, AGENT, RATIO, analytics:userAggregate:view",
    "TIME_ON_QUEUE, AGENT, DURATION, analytics:userAggregate:view",
    "HANDLED_PER_HOUR, AGENT, COUNT, analytics:userAggregate:view",
    "ADHERENCE, AGENT, RATIO, analytics:userAggregate:view"
  })
  void kpi_hasOwnerUnitAndPermission(
      KpiName name, KpiScope scope, KpiUnit unit, String permission) {
    var kpi = Kpi.of(name);

    assertThat(kpi.scope()).isEqualTo(scope);
    assertThat(kpi.unit()).isEqualTo(unit);
    assertThat(kpi.permission()).isEqualTo(permission);
  }
}
