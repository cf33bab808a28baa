package io.kpiwidget.sandbox.floor;

import io.kpiwidget.sandbox.floor.FloorListener.HandledParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The contact centre as a seeded discrete-event simulation; the same seed, blueprint and start give
 * the same conversations.
 *
 * <p>Routing: whoever waited longest goes to the qualified agent who was idle longest. Not
 * thread-safe; the owner locks.
 */
public final class Floor {
  private final Agenda agenda;
  private final FloorListener listener;
  private final Map<String, FloorQueue> queues = new LinkedHashMap<>();
  private final Map<String, FloorAgent> agents = new LinkedHashMap<>();
  private final List<Conversation> conversations = new ArrayList<>();
  private final SplittableRandom callers;
  private final SplittableRandom handling;

  /**
   * A floor whose life begins {@code history} before {@code start}; nothing has happened until
   * {@link #advanceTo}.
   */
  public Floor(
      Blueprint blueprint, long seed, long start, Duration history, FloorListener listener) {
    this.listener = listener;
    var streams = new SplittableRandom(seed);
    agenda = new Agenda(start - history.toMillis());
    callers = streams.split();
    handling = streams.split();
    var roster =
        new RosterKeeper(agenda, new Workday(start), streams.split(), listener, new Movements());
    blueprint.queues().forEach(queue -> open(new FloorQueue(queue, streams.split())));
    blueprint.agents().forEach(agent -> employ(new FloorAgent(agent, agenda.now()), roster));
  }

  /** History that reaches past any "today": a 25-hour day and the night before it. */
  public static Duration usualHistory() {
    return Duration.ofMinutes(34 * 60 + 30);
  }

  public void advanceTo(long millis) {
    agenda.runUntil(millis);
  }

  /** Simulated time, epoch milliseconds. */
  public long now() {
    return agenda.now();
  }

  public Collection<FloorQueue> queues() {
    return Collections.unmodifiableCollection(queues.values());
  }

  public Collection<FloorAgent> agents() {
    return Collections.unmodifiableCollection(agents.values());
  }

  public Optional<FloorQueue> queue(String id) {
    return Optional.ofNullable(queues.get(id));
  }

  public Optional<FloorAgent> agent(String id) {
    return Optional.ofNullable(agents.get(id));
  }

  /** Drops what was over before {@code moment}; whoever still waits or talks then is kept. */
  public void forget(long moment) {
    conversations.removeIf(one -> one.endedBefore(moment));
    agents.values().forEach(agent -> agent.forget(moment));
  }

  /** All conversations that are not forgotten, in order of their start. */
  public List<Conversation> conversations() {
    return Collections.unmodifiableList(conversations);
  }

  public void join(FloorAgent agent, FloorQueue queue) {
    agent.join(queue);
    if (agent.state() == AgentState.IDLE) {
      takeNext(agent);
    }
  }

  public void leave(FloorAgent agent, FloorQueue queue) {
    agent.leave(queue.id());
  }

  /** No more arrivals, no members; whoever waits is left to their patience. */
  public void decommission(FloorQueue queue) {
    queue.close();
    agents.values().forEach(agent -> agent.leave(queue.id()));
  }

  private void open(FloorQueue queue) {
    queues.put(queue.id(), queue);
    planArrival(queue);
  }

  private void employ(FloorAgent agent, RosterKeeper roster) {
    agents.put(agent.id(), agent);
    roster.start(agent, -1);
  }

  private void planArrival(FloorQueue queue) {
    agenda.plan(queue.nextArrival(now()), () -> nextCaller(queue));
  }

  private void nextCaller(FloorQueue queue) {
    if (queue.open()) {
      arrive(queue);
      planArrival(queue);
    }
  }

  private void arrive(FloorQueue queue) {
    var conversation = new Conversation(queue.id(), now());
    conversations.add(conversation);
    listener.offered(queue.id(), now());
    longestIdle(queue)
        .ifPresentOrElse(
            agent -> answer(conversation, queue, agent), () -> await(conversation, queue));
  }

  private Optional<FloorAgent> longestIdle(FloorQueue queue) {
    return agents.values().stream()
        .filter(agent -> agent.canTake(queue))
        .min(Comparator.comparingLong(FloorAgent::since));
  }

  private void await(Conversation conversation, FloorQueue queue) {
    queue.enter(conversation);
    var patience = queue.spec().patience().seconds(callers);
    if (Double.isFinite(patience)) {
      agenda.plan(now() + Math.round(patience * 1000), () -> loseHeart(conversation, queue));
    }
  }

  private void loseHeart(Conversation conversation, FloorQueue queue) {
    if (!conversation.over()) {
      queue.leave(conversation);
      conversation.abandon(now());
      listener.abandoned(queue.id(), conversation.startedAt());
    }
  }

  private void answer(Conversation conversation, FloorQueue queue, FloorAgent agent) {
    queue.leave(conversation);
    conversation.answer(agent.id(), now());
    become(agent, AgentState.INTERACTING);
    var waited = Duration.ofMillis(now() - conversation.startedAt());
    listener.answered(queue.id(), agent.id(), conversation.startedAt(), waited);
    var talk = queue.spec().times().talk().millis(handling);
    var hold = queue.spec().times().hold().millis(handling);
    agenda.plan(now() + talk + hold, () -> endTalk(conversation, queue, agent, hold));
  }

  private void endTalk(Conversation conversation, FloorQueue queue, FloorAgent agent, long hold) {
    var passedOn = handling.nextDouble() < queue.spec().transferShare();
    conversation.endTalk(now(), hold, passedOn);
    become(agent, AgentState.AFTER_CALL);
    if (passedOn) {
      listener.transferred(queue.id(), agent.id(), conversation.startedAt());
      arrive(transferTarget(queue));
    }
    agenda.plan(
        now() + queue.spec().times().afterCall().millis(handling),
        () -> endHandling(conversation, queue, agent));
  }

  private FloorQueue transferTarget(FloorQueue from) {
    var others = queues.values().stream().filter(queue -> queue.open() && queue != from).toList();
    return others.isEmpty() ? from : others.get(handling.nextInt(others.size()));
  }

  private void endHandling(Conversation conversation, FloorQueue queue, FloorAgent agent) {
    conversation.endHandling(now());
    var talked = conversation.talkEndedAt() - conversation.answeredAt() - conversation.heldMillis();
    var parts =
        new HandledParts(
            Duration.ofMillis(talked),
            Duration.ofMillis(conversation.heldMillis()),
            Duration.ofMillis(now() - conversation.talkEndedAt()));
    listener.handled(queue.id(), agent.id(), conversation.startedAt(), parts);
    free(agent);
  }

  private void free(FloorAgent agent) {
    var target = agent.leavingFor();
    agent.leaveLater(null);
    if (target != null) {
      become(agent, target);
    } else {
      become(agent, AgentState.IDLE);
      takeNext(agent);
    }
  }

  private void takeNext(FloorAgent agent) {
    queues.values().stream()
        .filter(queue -> agent.serves(queue) && queue.waiting() > 0)
        .min(Comparator.comparingLong(queue -> queue.longestWaiting().orElseThrow().startedAt()))
        .ifPresent(queue -> answer(queue.longestWaiting().orElseThrow(), queue, agent));
  }

  private void become(FloorAgent agent, AgentState state) {
    agent.become(state, now());
    listener.stateChanged(agent.id(), state, now());
  }

  /** Comings and goings; a conversation in hand is always finished first. */
  private final class Movements implements RosterKeeper.Staff {
    @Override
    public void comeToWork(FloorAgent agent) {
      agent.leaveLater(null);
      if (!agent.state().onQueue()) {
        become(agent, AgentState.IDLE);
        takeNext(agent);
      }
    }

    @Override
    public void leaveFor(FloorAgent agent, AgentState target) {
      if (agent.state().handling()) {
        agent.leaveLater(target);
      } else {
        become(agent, target);
      }
    }
  }
}
