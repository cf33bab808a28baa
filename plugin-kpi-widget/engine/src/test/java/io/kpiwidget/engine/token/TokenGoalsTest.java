package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refresher's ten goals; each number is pass or fail. */
final class TokenGoalsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  // ---- 1: when it asks

  @Test
  void goal1_refreshWindow_holdsForEveryLifeAndSpread() {
    for (long life = 1; life <= 172_800; life++) {
      var lifetime = Duration.ofSeconds(life);
      var latest = lifetime.minus(least(Duration.ofSeconds(300), lifetime.dividedBy(2)));
      var jitter = least(Duration.ofSeconds(900), lifetime.dividedBy(5));
      for (double spread : new double[] {0, 0.5, 0.999_999}) {
        var at = TokenLife.of(lifetime, Optional.empty(), spread).refreshAt();
        boolean inWindow =
            at.compareTo(latest) <= 0
                && at.compareTo(most(lifetime.dividedBy(4), latest.minus(jitter))) >= 0
                && (life < 600 || at.compareTo(lifetime.minusSeconds(300)) <= 0);
        if (!inWindow) {
          fail("a life of %s s is refreshed at %s".formatted(life, at));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 10, 30, 59, 60, 61, 180, 300, 599, 600, 900, 3600, 86_400})
  void goal1_unattended_asksInTheWindow_andNeverTwiceASecond(long life) {
    for (int seed = 0; seed < 5; seed++) {
      var day = new Simulation(seed);
      day.life = Duration.ofSeconds(life);
      day.tokens.keepFresh(true);
      day.call();
      day.pass(life > 3600 ? Duration.ofDays(2) : HOUR);

      var gaps = gaps(day.requests);
      assertThat(gaps).allMatch(gap -> gap >= 1000);
      double hours = life > 3600 ? 48 : 1;
      assertThat(day.requests.size())
          .isLessThanOrEqualTo((int) (hours * (3600 / Math.max(1, life / 4.0) + 1)));
      // below two seconds the limit of one request a second is the stronger rule
      if (life > 2) {
        double latest = life * 1000 - Math.min(300_000, life * 500);
        assertThat(gaps).allMatch(gap -> gap <= latest + 100);
      }
    }
  }

  @Test
  void goal1_attended_serverWithoutLifetimes_isNotStormed() {
    var day = new Simulation(1);
    day.life = Duration.ofSeconds(1);
    for (int call = 0; call < 36_000; call++) {
      day.call();
      day.pass(Duration.ofMillis(100));
    }

    assertThat(day.requests.size()).isLessThanOrEqualTo(3601);
    assertThat(gaps(day.requests)).allMatch(gap -> gap >= 1000);
  }

  // ---- 2: who waits

  @Test
  void goal2_thousandCallersWithoutAToken_costOneRequest() throws Exception {
    var pool = Executors.newCachedThreadPool();
    try {
      var go = new CountDownLatch(1);
      var day = new Simulation(1, held(pool, go));
      List<Future<SecretValue>> answers = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        answers.add(pool.submit(day.tokens::token));
      }
      while (day.tokens.metrics(Duration.ZERO).waiting().now() < 1000) {
        Thread.onSpinWait();
      }
      go.countDown();
      for (var answer : answers) {
        assertThat(answer.get().reveal()).isEqualTo("t1");
      }

      assertThat(day.requests).hasSize(1);
      assertThat(day.tokens.metrics(Duration.ZERO).waiting().most()).isEqualTo(1000);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void goal2_tokenDue_nobodyWaitsForItsSuccessor() throws Exception {
    var pool = Executors.newCachedThreadPool();
    try {
      var go = new CountDownLatch(0);
      var later = new CountDownLatch(1);
      var gates = new ArrayList<>(List.of(go, later));
      var day = new Simulation(1, task -> held(pool, gates.remove(0)).execute(task));
      day.tokens.token();
      day.clock.advance(Duration.ofSeconds(3400));
      List<Future<SecretValue>> answers = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        answers.add(pool.submit(day.tokens::token));
      }
      for (var answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS).reveal()).isEqualTo("t1");
      }

      assertThat(later.getCount()).as("the request is still under way").isEqualTo(1);
      assertThat(day.tokens.metrics(Duration.ZERO).waiting().most()).isEqualTo(1);
      later.countDown();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void goal2_eventDispatchThread_isToldAtOnce_andServedWhenThereIsAToken() throws Exception {
    var held = new ArrayList<Runnable>();
    var day = new Simulation(1, held::add);
    day.mayWait = false;
    assertThatThrownBy(day.tokens::token).isInstanceOf(Unreachable.class);

    held.remove(0).run();

    assertThat(day.tokens.token().reveal()).isEqualTo("t1");
  }

  // ---- 3: dead tokens

  @ParameterizedTest
  @CsvSource({
    "sleep 2 h,7200,0",
    "back 2 h,-7200,0",
    "ahead 2 h,7200,0",
    "back in back-off,-7200,1"
  })
  void goal3_noDeadToken_whateverTheClockDoes(String name, long wall, int failing) {
    for (int seed = 0; seed < 5; seed++) {
      var day = new Simulation(seed);
      var born = new Born(day);
      day.tokens.keepFresh(true);
      born.callFor(failing == 1 ? 3200 : 1800);
      day.failure = failing == 1 ? new Unreachable("503", null) : null;
      day.clock.set(Duration.ofSeconds(wall));
      born.steadyMayLag = name.startsWith("sleep");
      born.callFor(600);
      day.failure = null;
      born.callFor(7200);

      assertThat(born.dead).as(name).isZero();
      assertThat(born.failed).isLessThanOrEqualTo(failing == 1 ? 300 : 1);
    }
  }

  @Test
  void goal3_slowAnswer_itsLifeBeganWhenItWasAsked() {
    var day = new Simulation(1);
    day.life = Duration.ofSeconds(60);
    day.latency = Duration.ofSeconds(14);
    day.call();
    day.latency = Duration.ZERO;
    day.pass(60 - 14);

    assertThat(day.call()).isEqualTo("t2");
  }

  @Test
  void goal3_lateAnswer_afterTheAgentLeft_landsNowhereAndIsTakenBack() throws Exception {
    var held = new ArrayList<Runnable>();
    var day = new Simulation(1, held::add);
    day.mayWait = false;
    day.call();
    day.tokens.close();

    held.remove(0).run();

    assertThat(day.heard).isEmpty();
    assertThat(day.verified).as("not even shown to the platform").isZero();
    assertThat(day.revoked).containsExactly("t1");
    assertThat(day.call()).isEqualTo("SignInRequired");
  }

  @Test
  void goal3_sleepAndAnEqualSetBack_atMostOneDeadUse_curedByThe401() throws Exception {
    var day = new Simulation(1);
    var dead = day.tokens.token(); // two hours asleep, then set back by two hours: no hand moves

    var fresh = day.tokensAfter401(dead);

    assertThat(fresh).isEqualTo("t2");
    assertThat(day.requests).hasSize(2);
  }

  // ---- 4: the server's bad days

  @Test
  void goal4_sixteenMinutesOf503OverTheEnd() {
    for (int seed = 0; seed < 50; seed++) {
      var day = new Simulation(seed);
      day.tokens.keepFresh(true);
      day.call();
      day.pass(3000);
      int before = day.requests.size();
      day.failure = new Unreachable("503", null);
      int failedWhileValid = 0;
      for (int second = 3000; second < 3960; second++) {
        boolean failed = !day.call().startsWith("t");
        // one that was refreshed at 2580 lives on through all of it
        failedWhileValid += failed && (before > 1 || second < 3595) ? 1 : 0;
        day.pass(1);
      }
      assertThat(failedWhileValid).isZero();
      assertThat(day.requests.size() - before).isLessThanOrEqualTo(60);

      day.failure = null;
      day.pass(16);
      assertThat(day.call()).startsWith("t");
    }
  }

  @ParameterizedTest
  @CsvSource({"429", "503"})
  void goal4_insideRetryAfter_nothingIsSent_notEvenForAPerson(int status) throws Exception {
    var wait = Duration.ofSeconds(120);
    var day = new Simulation(1);
    var token = day.tokens.token();
    day.failure =
        status == 429 ? new RateLimited(wait) : new Unreachable("503", null, Optional.of(wait));
    day.pass(3600);
    day.call();
    int before = day.requests.size();
    for (int second = 0; second < 119; second++) {
      day.call();
      day.tokens.retryNow();
      day.tokens.sessionRenewed();
      assertThatThrownBy(() -> day.tokens.replace(token)).isInstanceOf(PlatformException.class);
      day.clock.set(Duration.ofHours(second % 2 == 0 ? 3 : -3));
      day.pass(1);
    }
    assertThat(day.requests).hasSize(before);

    day.failure = null;
    day.pass(7);
    assertThat(day.call()).startsWith("t");
  }

  // ---- 5: what does not heal by asking

  @Test
  void goal5_invalidClient_isProbedRarely_andAPersonMayTryAtOnce() {
    var day = new Simulation(1);
    day.tokens.keepFresh(true);
    day.failure = new ClientRefused("invalid_client");
    for (int second = 0; second < 7200; second++) {
      assertThat(day.call()).isEqualTo("ClientRefused");
      day.pass(1);
    }
    assertThat(day.requests.size()).isLessThanOrEqualTo(10);
    assertThat(day.tokens.metrics(Duration.ZERO).state()).isEqualTo(TokenState.CONFIG_ERROR);
    day.failure = null;

    day.tokens.retryNow();

    assertThat(day.call()).startsWith("t");
  }

  @Test
  void goal5_invalidGrant_isAskedOnce_untilSomebodySignsIn() {
    var day = new Simulation(1);
    day.failure = SignInRequired.lasting("invalid_grant");
    for (int second = 0; second < 7200; second++) {
      assertThat(day.call()).isEqualTo("SignInRequired");
      day.pass(1);
    }
    assertThat(day.requests).hasSize(1);
    assertThat(day.tokens.metrics(Duration.ZERO).state()).isEqualTo(TokenState.SIGN_IN_REQUIRED);
    day.failure = null;

    day.tokens.sessionRenewed();

    assertThat(day.call()).startsWith("t");
  }

  @Test
  void goal5_apiThatAlwaysSays401_costsAForcedRefreshIn30Seconds() throws Exception {
    var day = new Simulation(1);
    for (int second = 0; second < 600; second++) {
      var token = day.tokens.token();
      try {
        day.tokens.replace(token);
      } catch (PlatformException e) {
        assertThat(e).isInstanceOfAny(SignInRequired.class, Unreachable.class);
      }
      day.pass(1);
    }

    assertThat(day.requests.size()).isLessThanOrEqualTo(25);
  }

  @Test
  void goal5_apiThatRefusesEveryNewToken_costsNoMore() {
    var day = new Simulation(1);
    day.refusal = new SignInRequired("401");
    for (int second = 0; second < 600; second++) {
      assertThat(day.call()).isEqualTo("SignInRequired");
      day.pass(1);
    }

    assertThat(day.requests.size()).isLessThanOrEqualTo(25);
  }

  // ---- 6: a fleet at nine o'clock

  @Test
  void goal6_fiveThousandDesktops_doNotComeTogether() {
    var random = new Random(9);
    Map<Long, Integer> first = new HashMap<>();
    Map<Long, Integer> third = new HashMap<>();
    for (int desktop = 0; desktop < 5000; desktop++) {
      long login = random.nextInt(60_000);
      var day = new Simulation(desktop);
      day.tokens.keepFresh(true);
      day.call();
      day.pass(Duration.ofHours(3));
      first.merge((login + day.requests.get(1)) / 1000, 1, Integer::sum);
      third.merge((login + day.requests.get(3)) / 1000, 1, Integer::sum);
    }

    assertThat(first.values()).allMatch(inOneSecond -> inOneSecond <= 25);
    assertThat(third.values()).allMatch(inOneSecond -> inOneSecond <= 18);
  }

  // ---- 7: whose token it is

  @ParameterizedTest
  @CsvSource({"bob,ann", "ann,bob", "bob,bob", "ann,service-account"})
  void goal7_tokenOfSomebodyElse_isTakenBack_andNobodyGetsIt(String told, String truth) {
    var day = new Simulation(1);
    day.subject = told;
    day.truth = truth;
    for (int minute = 0; minute < 10; minute++) {
      assertThat(day.call()).isEqualTo("SubjectMismatch");
      day.pass(60);
    }

    assertThat(day.requests).hasSize(1);
    assertThat(day.revoked).containsExactly("t1");
    assertThat(day.heard).isEmpty();
    assertThat(day.tokens.metrics(Duration.ZERO).state()).isEqualTo(TokenState.SUBJECT_MISMATCH);
  }

  @Test
  void goal7_successorOfSomebodyElse_endsTheGoodOneToo() {
    var day = new Simulation(1);
    day.call();
    day.truth = "bob";
    day.pass(3400);
    day.call();

    assertThat(day.call()).isEqualTo("SubjectMismatch");
    assertThat(day.heard).containsExactly("t1");
  }

  @Test
  void goal7_tokenThatCannotBeProven_isKeptForTheNextTry_notThrownAfterAnother() {
    var day = new Simulation(1);
    day.refusal = new Unreachable("503", null);
    for (int second = 0; second < 600; second++) {
      day.call();
      day.pass(1);
    }
    assertThat(day.requests).hasSize(1);
    day.refusal = null;
    day.pass(16);

    assertThat(day.call()).isEqualTo("t1");
  }

  // ---- 8: after sign-out (the heap, the log: SecretsTest)

  @Test
  void goal8_signOut_takesTheTokenBackOnce() {
    var day = new Simulation(1);
    day.tokens.keepFresh(true);
    day.call();

    day.tokens.close();
    day.tokens.close();
    day.pass(HOUR);

    assertThat(day.revoked).containsExactly("t1");
    assertThat(day.requests).hasSize(1);
    assertThat(day.tokens.metrics(Duration.ZERO).state()).isEqualTo(TokenState.CLOSED);
  }

  // ---- 9: what it tells

  @Test
  void goal9_figures_byJmx() throws Exception {
    var day = new Simulation(1);
    var server = ManagementFactory.getPlatformMBeanServer();
    var pattern = new ObjectName("io.kpiwidget:type=Token,*");
    var before = server.queryNames(pattern, null);
    var bean = TokenBean.open(() -> day.tokens.metrics(Duration.ofSeconds(3)));
    var names = server.queryNames(pattern, null);
    names.removeAll(before);
    var name = names.iterator().next();
    day.call();
    day.pass(10);
    var token = day.tokens.token();
    day.tokens.replace(token);

    assertThat(server.getAttribute(name, "State")).isEqualTo("FRESH");
    assertThat(server.getAttribute(name, "Uses")).isEqualTo(3L);
    assertThat(server.getAttribute(name, "OldestUseMillis")).isEqualTo(10_000L);
    assertThat(server.getAttribute(name, "Forced")).isEqualTo(1L);
    assertThat(server.getAttribute(name, "ClockSkewMillis")).isEqualTo(3000L);
    assertThat(server.getAttribute(name, "Attempts").toString()).contains("token");
    bean.close();
    assertThat(server.isRegistered(name)).isFalse();
  }

  @Test
  void goal9_figures_countEachOutcome_andTheGate() {
    var day = new Simulation(1);
    day.failure = new RateLimited(Duration.ofSeconds(100));
    day.call();
    var told = day.tokens.metrics(Duration.ZERO);

    assertThat(told.attempts()).containsEntry(TokenEvents.Outcome.TRANSIENT, 1L);
    assertThat(told.state()).isEqualTo(TokenState.BACKOFF);
    assertThat(told.gate()).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(105));
  }

  @Test
  void goal9_freshToken_costsNoMemory() throws Exception {
    var day = new Simulation(1);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    for (int i = 0; i < 20_000; i++) {
      day.tokens.token();
    }
    long before = threads.getThreadAllocatedBytes(self);
    for (int i = 0; i < 100_000; i++) {
      day.tokens.token();
    }
    long bytes = threads.getThreadAllocatedBytes(self) - before;

    assertThat(bytes / 100_000).isZero();
  }

  // ---- 10: what must make no difference

  @ParameterizedTest
  @ValueSource(longs = {-1_000_000, -3600, 3600, 1_000_000})
  void goal10_wallClockShiftedBeforeTheStart_changesNothing(long seconds) {
    var plain = hourOf(new Simulation(4));
    var shifted = new Simulation(4);
    shifted.clock.set(Duration.ofSeconds(seconds));

    assertThat(hourOf(shifted)).isEqualTo(plain);
  }

  @Test
  void goal10_sleepInTwoParts_isOneSleep() {
    var once = new Simulation(4);
    once.call();
    once.clock.sleep(Duration.ofHours(2));
    var twice = new Simulation(4);
    twice.call();
    twice.clock.sleep(HOUR);
    twice.clock.sleep(HOUR);

    assertThat(hourOf(twice)).isEqualTo(hourOf(once));
  }

  private static List<Long> hourOf(Simulation day) {
    day.tokens.keepFresh(true);
    for (int second = 0; second < 7200; second++) {
      day.call();
      day.pass(1);
    }
    return day.requests;
  }

  // ---- clock jumps are told

  @Test
  void clockJump_isTold_andOpensWhatFailedBeforeIt() {
    var day = new Simulation(1);
    day.tokens.keepFresh(true);
    day.call();
    day.pass(20);
    day.clock.sleep(HOUR);
    day.pass(20);

    assertThat(day.jumps).containsExactly(HOUR);
    assertThat(day.requests).hasSize(2);
  }

  private static java.util.concurrent.Executor held(
      java.util.concurrent.Executor pool, CountDownLatch go) {
    return task ->
        pool.execute(
            () -> {
              try {
                go.await();
                task.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static List<Long> gaps(List<Long> times) {
    var gaps = new ArrayList<Long>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(times.get(i) - times.get(i - 1));
    }
    return gaps;
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration most(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** Calls once a second, and knows when each token really dies. */
  private static final class Born {

    private final Simulation day;
    private final Map<String, Long> deaths = new HashMap<>();
    private boolean steadyMayLag;
    private long slept;
    private int dead;
    private int failed;

    Born(Simulation day) {
      this.day = day;
    }

    void callFor(int seconds) {
      if (steadyMayLag && slept == 0) {
        slept = 7200; // the server's time went on while the machine slept
      }
      for (int second = 0; second < seconds; second++) {
        var answer = day.call();
        long now = day.elapsed() / 1_000_000_000 + slept;
        if (answer.startsWith("t")) {
          dead += now >= deaths.computeIfAbsent(answer, token -> now + 3600) ? 1 : 0;
        } else {
          failed++;
        }
        day.pass(1);
      }
    }
  }
}
