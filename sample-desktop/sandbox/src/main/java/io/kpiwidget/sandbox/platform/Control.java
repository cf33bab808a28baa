package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonObject;
import io.kpiwidget.sandbox.floor.Floor;
import io.kpiwidget.sandbox.floor.FloorAgent;
import io.kpiwidget.sandbox.floor.FloorQueue;
import io.kpiwidget.sandbox.truth.Truth;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The switches behind the control port. Bodies are JSON; {@code |} parts choices, {@code ?} marks
 * what may be left out. A switch that was thrown answers 204.
 *
 * <pre>
 * GET    /control/truth?agent=ID&amp;at=INSTANT     every KPI, of one or all agents, now or at a moment
 * GET    /control/ledger?since=N               who asked what, after entry N
 * POST   /control/fault                        {"route": "*" or as in the ledger, "kind": "status"|
 *                                              "malformed"|"empty"|"html"|"huge"|"reset"|"slow",
 *                                              "status"?: 500, "retryAfter"?: "5",
 *                                              "millis"?: 2000, "times"?: for ever}
 * DELETE /control/fault                        ends all faults
 * POST   /control/down                         {"down": true|false} or {"seconds": 30}
 * POST   /control/clock-skew                   {"seconds": 300}
 * POST   /control/token-lifetime               {"seconds": 3600}, for tokens to come
 * POST   /control/revoke                       {"agent": ID}, tokens but no session
 * POST   /control/subject                      {"mode": "honest"|"omit"|"other"|"ignore"|"no_user"}
 * POST   /control/session                      {"agent": ID}; answers 201 with the session's token
 * DELETE /control/session                      {"agent": ID}
 * POST   /control/agents/{id}/permissions      {"add": PERMISSION} or {"remove": PERMISSION}
 * POST   /control/agents/{id}/queues           {"add": QUEUE} or {"remove": QUEUE}
 * POST   /control/queues/{id}/decommission     no body; there is no way back
 * DELETE /control/widgets/{id}                 forgets a widget's definition
 * DELETE /control/widgets                      forgets them all
 * </pre>
 */
final class Control {
  private final Centre centre;
  private final People people;
  private final Tokens tokens;
  private final DesktopSessions sessions;
  private final Subjects subjects;
  private final Faults faults;
  private final Ledger ledger;
  private final ServerClock serverClock;
  private final Widgets widgets;
  private final Truth truth;

  Control(
      Centre centre,
      AuthorizationServer.Parties parties,
      HttpSide.Shared shared,
      Widgets widgets,
      Truth truth) {
    this.centre = centre;
    this.people = parties.people();
    this.sessions = parties.sessions();
    this.subjects = parties.subjects();
    this.tokens = shared.tokens();
    this.faults = shared.faults();
    this.ledger = shared.ledger();
    this.serverClock = shared.serverClock();
    this.widgets = widgets;
    this.truth = truth;
  }

  Reply truth(Call call) {
    return centre.look(
        (floor, now) -> {
          var at = call.parameter("at").map(Control::instant).orElse(now);
          if (at.isAfter(now)) {
            throw Refusal.at("/at", "bad.request", "at lies in the future");
          }
          call.parameter("agent").ifPresent(id -> agent(floor, id));
          return Reply.json(
              200, truth.tell(floor, at, centre.times()::simulated, call.parameter("agent")));
        });
  }

  Reply ledger(Call call) {
    return Reply.json(200, ledger.since(call.number("since", 0)));
  }

  Reply fault(Call call) {
    var body = call.json();
    var kind = Fault.Kind.of(QueryReader.text(body, "kind", ""));
    var status = (int) number(body, "status").orElse(500L).longValue();
    var retryAfter = Optional.ofNullable(body.get("retryAfter")).map(value -> value.getAsString());
    var fault =
        new Fault(
            QueryReader.text(body, "route", ""),
            kind,
            status,
            retryAfter,
            number(body, "millis").orElse(2_000L));
    faults.add(fault, number(body, "times").orElse(Long.MAX_VALUE));
    return Reply.noContent();
  }

  Reply clearFaults(Call call) {
    faults.clear();
    return Reply.noContent();
  }

  Reply tokenLifetime(Call call) {
    tokens.lifetime(Duration.ofSeconds(required(call.json(), "seconds")));
    return Reply.noContent();
  }

  Reply revoke(Call call) {
    tokens.revokeFor(QueryReader.text(call.json(), "agent", ""));
    return Reply.noContent();
  }

  Reply openSession(Call call) {
    var id = QueryReader.text(call.json(), "agent", "");
    centre.look((floor, now) -> agent(floor, id));
    return Reply.json(201, Reply.object("token", sessions.open(id)));
  }

  Reply closeSession(Call call) {
    sessions.close(QueryReader.text(call.json(), "agent", ""));
    return Reply.noContent();
  }

  Reply subject(Call call) {
    subjects.mode(mode(call.json()));
    return Reply.noContent();
  }

  Reply clockSkew(Call call) {
    serverClock.skew(Duration.ofSeconds(required(call.json(), "seconds")));
    return Reply.noContent();
  }

  Reply down(Call call) {
    var body = call.json();
    var for1 = number(body, "seconds");
    if (for1.isPresent()) {
      faults.down(centre.clock().instant().plusSeconds(for1.get()));
    } else {
      faults.down(body.has("down") && body.get("down").getAsBoolean() ? Instant.MAX : Instant.MIN);
    }
    return Reply.noContent();
  }

  Reply permissions(Call call) {
    centre.look((floor, now) -> agent(floor, call.id()));
    var body = call.json();
    if (body.has("remove")) {
      people.withdraw(call.id(), QueryReader.text(body, "remove", ""));
    } else {
      people.grant(call.id(), QueryReader.text(body, "add", ""));
    }
    return Reply.noContent();
  }

  Reply queues(Call call) {
    var body = call.json();
    return centre.look(
        (floor, now) -> {
          var agent = agent(floor, call.id());
          if (body.has("remove")) {
            floor.leave(agent, queue(floor, QueryReader.text(body, "remove", "")));
          } else {
            floor.join(agent, queue(floor, QueryReader.text(body, "add", "")));
          }
          return Reply.noContent();
        });
  }

  Reply decommission(Call call) {
    return centre.look(
        (floor, now) -> {
          floor.decommission(queue(floor, call.id()));
          return Reply.noContent();
        });
  }

  Reply forgetWidget(Call call) {
    if (!widgets.forget(call.id())) {
      throw Refusal.of(404, "not.found", "No such widget");
    }
    return Reply.noContent();
  }

  Reply forgetWidgets(Call call) {
    widgets.forgetAll();
    return Reply.noContent();
  }

  private static SubjectMode mode(JsonObject body) {
    var word = QueryReader.text(body, "mode", "").toUpperCase(Locale.ROOT);
    return Arrays.stream(SubjectMode.values())
        .filter(mode -> mode.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.at(
                    "/mode", "bad.request", "mode is honest, omit, other, ignore or no_user"));
  }

  private static FloorAgent agent(Floor floor, String id) {
    return floor.agent(id).orElseThrow(() -> Refusal.of(404, "not.found", "No such agent"));
  }

  private static FloorQueue queue(Floor floor, String id) {
    return floor.queue(id).orElseThrow(() -> Refusal.of(404, "not.found", "No such queue"));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      throw Refusal.at("/at", "invalid.date", "at is ISO 8601 with Z");
    }
  }

  private static long required(JsonObject body, String name) {
    return number(body, name)
        .orElseThrow(() -> Refusal.at("/" + name, "bad.request", name + " is a number"));
  }

  private static Optional<Long> number(JsonObject body, String name) {
    try {
      return Optional.ofNullable(body.get(name)).map(value -> value.getAsLong());
    } catch (NumberFormatException
        | UnsupportedOperationException
        | IllegalStateException notANumber) {
      throw Refusal.at("/" + name, "bad.request", name + " is a number");
    }
  }
}
