package io.kpiwidget.sandbox.floor;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The centre of the sample desktop: eight queues and sixty agents, sized so that queues really wait
 * at mid-morning.
 */
public final class CentreBlueprint {
  /** Name, skill, busiest hour's arrivals, mean talk seconds. */
  private record Line(String name, String skill, double perHour, double talk) {}

  private static final List<Line> LINES =
      List.of(
          new Line("Billing", "billing", 88, 205),
          new Line("Support EN", "support-en", 92, 250),
          new Line("Support DE", "support-de", 70, 260),
          new Line("Sales", "sales", 68, 230),
          new Line("Returns", "returns", 56, 170),
          new Line("Deliveries", "deliveries", 74, 150),
          new Line("Technical", "technical", 44, 340),
          new Line("Premium", "premium", 32, 220));

  private static final String[] FIRST = {
    "Anna", "Ben", "Carla", "David", "Elif", "Farid", "Grace", "Henrik", "Ines", "Jonas", "Katja",
    "Liam", "Mei", "Nils", "Olivia"
  };
  private static final String[] LAST = {"Becker", "Okafor", "Rossi", "Nowak"};
  private static final double[] SHIFT_STARTS = {
    5, 5.5, 5, 6, 5.5, 6, 7.5, 8, 8, 8.5, 7, 8, 9.5, 13, 21.5
  };

  private CentreBlueprint() {}

  /**
   * The centre whose day begins as the simulation starts at {@code start}; its agents live in
   * {@code zone}, every eighth in {@code neighbour}.
   */
  public static Blueprint at(long start, ZoneId zone, ZoneId neighbour) {
    var workday = new Workday(start);
    var queues = new ArrayList<QueueSpec>();
    for (var line : LINES) {
      queues.add(queue(line, workday, queues.size()));
    }
    var agents = new ArrayList<AgentSpec>();
    for (var i = 0; i < 60; i++) {
      agents.add(agent(i, queues, i % 8 == 5 ? neighbour : zone));
    }
    return new Blueprint(queues, agents);
  }

  private static QueueSpec queue(Line line, Workday workday, int position) {
    return new QueueSpec(
        id("queue", line.name),
        line.name,
        line.skill,
        new IntradayCurve(workday, line.perHour * 1.12, position * 1.7),
        new HandleTimes(
            Draw.logNormal(line.talk, .6),
            Draw.exponential(45).inShareOf(.3),
            Draw.logNormal(38, .5)),
        Draw.exponential(240),
        .05);
  }

  private static AgentSpec agent(int i, List<QueueSpec> queues, ZoneId zone) {
    var name = FIRST[i % FIRST.length] + " " + LAST[i / FIRST.length];
    var mine = new LinkedHashSet<QueueSpec>();
    for (var k = 0; k < 2 + i % 3; k++) {
      mine.add(queues.get((i + k * (1 + i % 3)) % queues.size()));
    }
    var skills = new TreeSet<String>();
    mine.forEach(queue -> skills.add(queue.skill()));
    skills.add(queues.get((i + 5) % queues.size()).skill());
    var shift = Shift.daily(SHIFT_STARTS[i % SHIFT_STARTS.length], (i * 7 % 20) / 20.0);
    return new AgentSpec(
        id("agent", name), name, skills, mine.stream().map(QueueSpec::id).toList(), shift, zone);
  }

  private static String id(String kind, String name) {
    return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
