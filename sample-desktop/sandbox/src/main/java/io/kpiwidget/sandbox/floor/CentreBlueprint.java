package io.kpiwidget.sandbox.floor;

import io.kpiwidget.sandbox.floor.QueueSpec.Traits;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The centre of the sample desktop: eight queues and sixty agents, sized for an ordinary day (about
 * four of five callers answered within 20 s) whose queues really wait at mid-morning.
 */
public final class CentreBlueprint {
  /** A queue with its busiest hour's arrivals and mean talk seconds. */
  private record Line(String name, Traits traits, double perHour, double talk) {}

  private static final List<Line> LINES =
      List.of(
          new Line("Billing", new Traits("div-service", "billing", "en"), 88, 205),
          new Line("Support EN", new Traits("div-service", "support-en", "en"), 92, 250),
          new Line("Support DE", new Traits("div-service", "support-de", "de"), 70, 260),
          new Line("Sales", new Traits("div-sales", "sales", "en"), 68, 230),
          new Line("Returns", new Traits("div-logistics", "returns", "es"), 56, 170),
          new Line("Deliveries", new Traits("div-logistics", "deliveries", "en"), 74, 150),
          new Line("Technical", new Traits("div-service", "technical", "en"), 44, 340),
          new Line("Premium", new Traits("div-sales", "premium", "de"), 32, 220));

  private static final List<String> NAMES =
      List.of(
          "Anna Becker",
          "Tomasz Nowak",
          "Chiara Rossi",
          "Emeka Okafor",
          "Elif Yıldız",
          "Jonas Lindqvist",
          "Priya Raman",
          "Liam Gallagher",
          "Katja Vogel",
          "Farid Haddad",
          "Mei Tanaka",
          "Sofia Almeida",
          "Henrik Dahl",
          "Grace Mensah",
          "Luc Moreau",
          "Ines Carvalho",
          "Pavel Dvořák",
          "Amara Diallo",
          "Olivia Whitfield",
          "Minh Tran",
          "Carla Jiménez",
          "David Stern",
          "Aisha Khan",
          "Nils Petersen",
          "Yuki Sato",
          "Marta Kowalczyk",
          "Omar Benali",
          "Hannah Schuster",
          "Ravi Menon",
          "Eva Horvat",
          "Samuel Adeyemi",
          "Lucía Ortega",
          "Jan de Vries",
          "Noor Rahman",
          "Matteo Greco",
          "Ingrid Solberg",
          "Kwame Asante",
          "Lena Hartmann",
          "Arjun Kapoor",
          "Zsófia Kovács",
          "Peter Novotny",
          "Fatima Zahra",
          "Oscar Blomqvist",
          "Claire Dubois",
          "Diego Salazar",
          "Hye-jin Park",
          "Ben Ashworth",
          "Nadia Petrova",
          "Thabo Nkosi",
          "Rosa Marchetti",
          "Viktor Ionescu",
          "Layla Mansour",
          "Finn Brandt",
          "Wei Zhang",
          "Teresa Molina",
          "Gabriel Costa",
          "Julia Wagner",
          "Mehmet Aydın",
          "Siobhan Kelly",
          "Andrei Popescu");

  /**
   * Where the arrivals' ripple stands at the start: all queues swell together in the first minutes,
   * so that whoever looks then sees callers wait.
   */
  private static final double WAVE = 1.2;

  /** Callers' mean patience, seconds. */
  private static final double PATIENCE = 400;

  /** The agents one signs in as first; they are at work whenever one looks. */
  private static final int SHOWN = 6;

  /** Rota of everyone else, drawn so that staff follow the curve of arrivals. */
  private static final double[] SHIFT_STARTS = {
    7.5, 6, 8, 9.5, 6.5, 13, 7, 8, 22, 7.5, 6.5, 11, 8, 7, 14.5, 9, 6.5, 8, 5.5, 7.5, 13, 7, 8.5, 6,
    10, 8, 7
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
    for (var i = 0; i < NAMES.size(); i++) {
      agents.add(agent(i, queues, i % 8 == 7 ? neighbour : zone));
    }
    return new Blueprint(queues, agents);
  }

  private static QueueSpec queue(Line line, Workday workday, int position) {
    return new QueueSpec(
        id("queue", line.name),
        line.name,
        line.traits,
        new IntradayCurve(workday, line.perHour, WAVE + position * .2),
        new HandleTimes(
            Draw.logNormal(line.talk, .6),
            Draw.exponential(45).inShareOf(.3),
            Draw.logNormal(38, .5)),
        Draw.exponential(PATIENCE),
        .05);
  }

  private static AgentSpec agent(int i, List<QueueSpec> queues, ZoneId zone) {
    var name = NAMES.get(i);
    var mine = new LinkedHashSet<QueueSpec>();
    for (var k = 0; k < 2 + i % 3; k++) {
      mine.add(queues.get((i + k * (1 + i % 3)) % queues.size()));
    }
    var skills = new TreeSet<String>();
    mine.forEach(queue -> skills.add(queue.traits().skill()));
    skills.add(queues.get((i + 5) % queues.size()).traits().skill());
    var stagger = (i * 7 % 20) / 20.0;
    var shift =
        i < SHOWN
            ? Shift.longMorning(stagger / 3)
            : Shift.daily(SHIFT_STARTS[(i - SHOWN) % SHIFT_STARTS.length], stagger);
    return new AgentSpec(
        id("agent", name), name, skills, mine.stream().map(QueueSpec::id).toList(), shift, zone);
  }

  private static String id(String kind, String name) {
    return UUID.nameUUIDFromBytes((kind + ":" + name).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
