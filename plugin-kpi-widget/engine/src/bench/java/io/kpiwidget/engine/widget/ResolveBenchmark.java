package io.kpiwidget.engine.widget;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.sun.management.ThreadMXBean;
import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.KpiName;
import io.kpiwidget.engine.config.Metric;
import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.config.Window;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.platform.GuideDialect;
import io.kpiwidget.engine.platform.Queue;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One definition for 1,000 agents: what resolving it costs, and how many different questions come
 * of it. A table to standard error, one JSON object to standard output.
 */
final class ResolveBenchmark {

  private static final int AGENTS = 1_000;
  private static final int QUEUE_SETS = 20;
  private static final int WARM_UPS = 30;
  private static final int ROUNDS = 21;
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static final Filter GUIDE =
      new Filter.All(
          List.of(
              new Filter.Match("queue.id", "in", List.of("{{QUEUE_ID}}")),
              new Filter.Match("user.id", "eq", List.of("{{USER_ID}}")),
              new Filter.TimeRange(
                  "conversation.start_time", "in", List.of("{{START_TIME}}", "{{END_TIME}}"))));

  private final GuideDialect dialect = new GuideDialect(URI.create("https://platform.example"));
  private final Widget widget = widget();
  private final List<Access> agents;
  private @Nullable Object sink;

  private ResolveBenchmark(List<Access> agents) {
    this.agents = agents;
  }

  public static void main(String[] arguments) throws Exception {
    var figures = new ResolveBenchmark(agents()).figures();
    figures.entrySet().forEach(f -> System.err.printf("%-24s %s%n", f.getKey(), f.getValue()));
    var all = new JsonObject();
    all.add("resolve", figures);
    System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(all));
  }

  private JsonObject figures() throws Exception {
    var figures = new JsonObject();
    figures.addProperty("agents", AGENTS);
    figures.addProperty("queueSets", QUEUE_SETS);
    figures.addProperty("queueQuestions", questions(Part.QUEUES));
    figures.addProperty("agentQuestions", questions(Part.AGENT));
    figures.addProperty("openBraces", openBraces());
    figures.addProperty("resolveNanos", nanos(this::resolve));
    figures.addProperty("resolveBytes", bytes());
    figures.addProperty("resolveAndWriteNanos", nanos(this::write));
    return figures;
  }

  private int questions(Part part) throws Exception {
    var bodies = new HashSet<String>();
    for (int i = 0; i < AGENTS; i++) {
      for (var question : plan(agents.get(i), i).questions()) {
        if (question.part() == part) {
          bodies.add(body(question));
        }
      }
    }
    return bodies.size();
  }

  private int openBraces() throws Exception {
    int open = 0;
    for (var agent : agents) {
      for (var question : plan(agent, 0).questions()) {
        open += body(question).contains("{{") ? 1 : 0;
      }
    }
    return open;
  }

  // agents do not ask at the same moment
  private QueryPlan plan(Access agent, int second) throws Exception {
    return QueryPlan.of(widget, agent, NOON.plusSeconds(second % 600));
  }

  private String body(QueryPlan.Question question) {
    return dialect.query(question.query()).content().orElseThrow().text();
  }

  private void resolve() throws Exception {
    for (int i = 0; i < AGENTS; i++) {
      sink = plan(agents.get(i), i);
    }
  }

  private void write() throws Exception {
    for (int i = 0; i < AGENTS; i++) {
      for (var question : plan(agents.get(i), i).questions()) {
        sink = body(question);
      }
    }
  }

  /** Something that is done for every agent. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private long nanos(Work work) throws Exception {
    for (int round = 0; round < WARM_UPS; round++) {
      work.run();
    }
    var rounds = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      work.run();
      rounds[round] = (System.nanoTime() - start) / AGENTS;
    }
    Arrays.sort(rounds);
    if (sink == null) {
      throw new IllegalStateException("nothing was done");
    }
    return rounds[ROUNDS / 2];
  }

  private long bytes() throws Exception {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    resolve();
    return (threads.getCurrentThreadAllocatedBytes() - before) / AGENTS;
  }

  private static Widget widget() {
    var metrics =
        Arrays.stream(KpiName.values())
            .<Metric>map(name -> new Metric.Known(name, Metric.Look.PLAIN))
            .toList();
    return Widget.of(
        new WidgetDefinition(
            "W",
            Optional.empty(),
            "D",
            WidgetDefinition.DataSource.QUEUE,
            new Window.Day(),
            GUIDE,
            "table",
            metrics,
            true,
            Duration.ofSeconds(30)));
  }

  private static List<Access> agents() {
    var random = new Random(1);
    var sets = IntStream.range(0, QUEUE_SETS).mapToObj(i -> queues(random)).toList();
    return IntStream.range(0, AGENTS).mapToObj(i -> agent(i, sets.get(i % QUEUE_SETS))).toList();
  }

  private static List<Queue> queues(Random random) {
    return random
        .ints(3 + random.nextInt(8), 0, 40)
        .mapToObj(
            i -> new Queue("d4e5f6a7-8b9c-0d1e-2f3a-4b5c6d7e8f%02d".formatted(i), "Queue " + i))
        .toList();
  }

  private static Access agent(int number, List<Queue> queues) {
    var id = "a1b2c3d4-0000-4000-8000-%012d".formatted(number);
    var agent = new Agent(id, "Agent", List.of(), Locale.ENGLISH, Optional.empty());
    var zone = new Identity.Zone(ZoneId.of("Europe/Berlin"), Identity.Zone.Source.PLATFORM);
    var identity = new Identity(id, "Agent", Set.of("analytics:*:view"), queues, zone);
    return new Access(agent, identity, Access.Refused.NOTHING);
  }
}
