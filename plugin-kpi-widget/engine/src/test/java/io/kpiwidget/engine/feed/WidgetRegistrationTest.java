package io.kpiwidget.engine.feed;

import static io.kpiwidget.engine.feed.FakePlatform.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WidgetRegistrationTest {

  private static final String WIDGETS = "/v2/analytics/widgets";
  private static final String ANNS = WIDGETS + "/w-ann";

  @TempDir private Path folder;

  @Test
  void ownView_registersNothing() throws Exception {
    try (var desk = new FeedHarness("", Optional.of(folder)).watching("ann")) {
      assertThat(desk.live().snapshot().widgetId()).isEmpty();
      assertThat(desk.platform.count(WIDGETS)).isZero();
    }
  }

  @Test
  void session_registersOnce() throws Exception {
    try (var desk = desk().watching("ann")) {
      desk.pass(120);

      assertThat(desk.live().snapshot().widgetId()).contains("w-ann");
      assertThat(desk.platform.count(WIDGETS)).isEqualTo(1);
      assertThat(desk.platform.count(ANNS)).isZero();
    }
  }

  @Test
  void knownWidget_isAskedAboutOnce_notRegisteredAgain() throws Exception {
    try (var desk = desk().watching("ann")) {
      desk.feed.agent(null);
      desk.watching("ann");
      desk.pass(120);

      assertThat(desk.live().snapshot().widgetId()).contains("w-ann");
      assertThat(desk.platform.count(WIDGETS)).isEqualTo(1);
      assertThat(desk.platform.count(ANNS)).isEqualTo(1);
    }
  }

  @Test
  void forgottenWidget_isRegisteredAgain() throws Exception {
    try (var desk = desk().watching("ann")) {
      desk.feed.agent(null);
      desk.platform.next(ANNS, status(404, "{\"code\":\"not.found\"}"));
      desk.watching("ann");

      assertThat(desk.live().snapshot().widgetId()).contains("w-ann");
      assertThat(desk.platform.count(WIDGETS)).isEqualTo(2);
    }
  }

  @Test
  void shellThatMissesItsWidget_isHealedWithTheNextFigures() throws Exception {
    try (var desk = desk().watching("ann")) {
      desk.platform.next(ANNS, status(404, "{\"code\":\"not.found\"}"));
      desk.feed.widgetForgotten();
      desk.threads.settle();
      assertThat(desk.platform.count(ANNS)).isZero(); // a page must not make us ask

      desk.pass(30);

      assertThat(desk.platform.count(ANNS)).isEqualTo(1);
      assertThat(desk.platform.count(WIDGETS)).isEqualTo(2);
    }
  }

  @Test
  void queueClosedForTheShell_isNamed_andTheRestRegistered() throws Exception {
    try (var desk = desk()) {
      desk.platform.next(
          WIDGETS,
          status(404, "{\"code\":\"queue.not.found\",\"pointer\":\"/filter/clauses/0/values/0\"}"));
      desk.watching("ann");

      assertThat(desk.live().snapshot().widgetId()).contains("w-ann");
      assertThat(desk.live().snapshot().notices()).hasSize(1);
      assertThat(desk.live().trouble()).isEmpty();
    }
  }

  @Test
  void folder_holdsNothingOfTheAgent() throws Exception {
    try (var desk = desk().watching("ann")) {
      assertThat(desk.live().snapshot().widgetId()).isPresent();
    }
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(file.getFileName() + Files.readString(file))
                      .doesNotContain("q1", "Name of ann", "s3cret", "\"ann\""));
    }
  }

  private FeedHarness desk() throws IOException {
    return new FeedHarness(
        """
        , "view": "platform", "widget": {"filter": {"type": "and", "clauses": [
          {"type": "filter", "field": "queue.id", "op": "in", "values": ["{{QUEUE_ID}}"]}]}}
        """,
        Optional.of(folder));
  }
}
