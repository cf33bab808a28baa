package io.kpiwidget.desktop;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kpiwidget.sandbox.Sandbox.SampleAgent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The centre is re-organised while an agent works: what may be seen, in both views. */
final class AccessIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> VIEWS = List.of("swing", "browser");
  private static final String AGENTS = "analytics:userAggregate:view";

  @TempDir private Path folder;
  private Workplace workplace;
  private SampleAgent agent;

  @BeforeEach
  void openWorkplace() throws Exception {
    workplace = new Workplace(folder);
    agent = workplace.agent(0);
  }

  @AfterEach
  void closeWorkplace() {
    workplace.close();
  }

  @Test
  void permissionTaken_isSaidByItsTilesOnly_withItsName() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      awaitBoth(driver, "every figure", seen -> seen.hasNumber("waiting") && seen.hasNumber("aht"));

      workplace.control("/control/agents/" + agent.id() + "/permissions", remove(AGENTS));
      awaitBoth(
          driver,
          "the permission's name",
          seen -> plain(seen.reason("occupancy")).contains(AGENTS));
      for (String view : VIEWS) {
        Seen seen = new Seen(driver.diagnostics(), view);
        assertThat(seen.hasNumber("waiting")).as(view).isTrue();
        assertThat(seen.hasNumber("aht")).as(view).isTrue();
        assertThat(seen.reason("aht")).as(view).isEmpty();
        assertThat(plain(seen.reason("occupancy"))).as(view).contains("administrator");
      }
    }
  }

  @Test
  void queueTakenFromTheAgent_goesWithANotice() throws Exception {
    String lost = agent.queues().get(0);
    try (DesktopDriver driver = workplace.open()) {
      awaitBoth(driver, "every queue", seen -> seen.queues().equals(new TreeSet<>(agent.queues())));

      workplace.control("/control/agents/" + agent.id() + "/queues", remove(lost));
      awaitBoth(
          driver,
          "a notice in the row's place",
          seen -> !seen.queues().contains(lost) && seen.hasNotice("no longer serve"));
      awaitBoth(driver, "the other rows", seen -> seen.queues().equals(without(lost)));
    }
  }

  @Test
  void decommissionedQueue_isNamed_theRestLives() throws Exception {
    String closed = agent.queues().get(0);
    try (DesktopDriver driver = workplace.open()) {
      awaitBoth(driver, "every queue", seen -> seen.queues().equals(new TreeSet<>(agent.queues())));

      workplace.control("/control/queues/" + closed + "/decommission", "{}");
      awaitBoth(
          driver,
          "the closed queue's name",
          seen -> seen.hasNotice("was closed") && !seen.queues().contains(closed));
      for (String view : VIEWS) {
        Seen seen = new Seen(driver.diagnostics(), view);
        assertThat(seen.queues()).as(view).isEqualTo(without(closed));
        assertThat(seen.hasNumber("waiting")).as(view).isTrue();
        assertThat(seen.hasNumber("aht")).as(view).isTrue();
      }
      assertThat(driver.diagnostics().getAsJsonObject("trouble").keySet()).isEmpty();
    }
  }

  @Test
  void widgetForgottenByThePlatform_isRegisteredAgain() throws Exception {
    workplace.view("platform");
    try (DesktopDriver driver = workplace.open()) {
      driver.awaitDiagnostics(
          "the platform's widget",
          PATIENCE,
          d -> d.get("renderer").getAsString().equals("chromium"));
      assertThat(registrations()).isEqualTo(1);

      workplace.forgetWidgets();

      await("another registration", PATIENCE, () -> registrations() == 2);
      await("figures of the new widget", PATIENCE, this::newWidgetIsRead);
    }
  }

  private Set<String> without(String queue) {
    Set<String> rest = new TreeSet<>(agent.queues());
    rest.remove(queue);
    return rest;
  }

  /** Waits until both views show what they should: the one in front, and the one behind it. */
  private static void awaitBoth(DesktopDriver driver, String what, Predicate<Seen> shown)
      throws Exception {
    driver.awaitDiagnostics(
        what, PATIENCE, d -> VIEWS.stream().allMatch(view -> shown.test(new Seen(d, view))));
  }

  // a long name may break after its colons
  private static String plain(String text) {
    return text.replace("\u200b", "");
  }

  private static String remove(String what) {
    return "{\"remove\":\"" + what + "\"}";
  }

  private long registrations() throws Exception {
    return calls("POST", "/v2/analytics/widgets").count();
  }

  private boolean newWidgetIsRead() throws Exception {
    List<JsonObject> calls = calls("GET", "/v2/analytics/widgets/").toList();
    boolean missed = calls.stream().anyMatch(call -> call.get("status").getAsInt() == 404);
    return missed && calls.get(calls.size() - 1).get("status").getAsInt() == 200;
  }

  private Stream<JsonObject> calls(String method, String route) throws Exception {
    return StreamSupport.stream(workplace.ledger().spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(call -> call.get("method").getAsString().equals(method))
        .filter(call -> call.get("route").getAsString().startsWith(route));
  }
}
