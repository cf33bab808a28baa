package io.kpiwidget.desktop.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A simulated softphone: calls come to an available agent, customers hang up, work remains to be
 * done. Time is a count of seconds that the owner advances, so the same seed lives the same day.
 * One thread; a command whose moment has passed (the customer was faster) answers false.
 */
public final class Softphone {

  private static final long RING_SECONDS = 20;
  private static final long AUTO_ANSWER_SECONDS = 3;
  private static final long WRAP_UP_SECONDS = 25;
  private static final int EARLIER_TODAY = 6;

  private final CallPlan plan;
  private final List<Conversation> conversations = new ArrayList<>();
  private AgentState state = AgentState.BREAK;
  private List<String> queues = List.of();
  private boolean signedIn;
  private boolean autoAnswer = true;
  private long second;
  private int ended;
  private long stateSince;
  private long nextCall = Long.MAX_VALUE;
  private long customerLeaves = Long.MAX_VALUE;
  private int numbers;

  public Softphone(long seed, List<Customer> callers) {
    plan = new CallPlan(seed, callers);
  }

  /** An agent of {@code queues} (names) is there; a few conversations of today come along. */
  public void signIn(List<String> queues) {
    this.queues = List.copyOf(queues);
    signedIn = true;
    conversations.clear();
    for (int i = 0; i < EARLIER_TODAY; i++) {
      conversations.add(earlier());
    }
    state(AgentState.AVAILABLE);
  }

  /** The same agent, other queues. */
  public void queues(List<String> next) {
    queues = List.copyOf(next);
  }

  /** Nobody is there; the list is emptied, since it is the last agent's. */
  public void signOut() {
    signedIn = false;
    conversations.clear();
    state(AgentState.BREAK);
  }

  /** The agent chose {@code next}; a call that is going on goes on. */
  public void state(AgentState next) {
    state = next;
    stateSince = second;
    planNextCall();
  }

  public void autoAnswer(boolean on) {
    autoAnswer = on;
  }

  /** Lives until {@code target}, second by second. */
  public void advanceTo(long target) {
    while (second < target) {
      second++;
      live();
    }
  }

  private void live() {
    Optional<Conversation> now = active();
    if (now.isPresent()) {
      live(now.get());
    } else if (second >= nextCall) {
      ring();
    }
  }

  private void live(Conversation call) {
    long inPhase = second - call.began();
    switch (call.phase()) {
      case RINGING -> ringing(call, inPhase);
      case CONNECTED, HELD -> onLine(call);
      case WRAP_UP -> after(call, inPhase);
      default -> throw new IllegalStateException("not active: " + call.phase());
    }
  }

  private void ringing(Conversation call, long inPhase) {
    if (autoAnswer && inPhase >= AUTO_ANSWER_SECONDS) {
      connect(call);
    } else if (inPhase >= RING_SECONDS) {
      miss(call);
    }
  }

  private void onLine(Conversation call) {
    if (second >= customerLeaves) {
      put(call.enter(Phase.WRAP_UP, second));
    }
  }

  private void after(Conversation call, long inPhase) {
    if (inPhase >= WRAP_UP_SECONDS) {
      end(call, Phase.ENDED);
    }
  }

  private void ring() {
    conversations.add(
        0,
        new Conversation(
            ++numbers,
            plan.caller(),
            plan.queue(queues),
            plan.topic(),
            Media.VOICE,
            Phase.RINGING,
            second,
            0));
  }

  private Conversation earlier() {
    return new Conversation(
        ++numbers,
        plan.caller(),
        plan.queue(queues),
        plan.topic(),
        plan.media(),
        Phase.ENDED,
        second,
        plan.earlier());
  }

  /** Does {@code command}; false when the phase does not know it (any more). */
  public boolean does(Command command) {
    Optional<Conversation> call = active().filter(c -> c.phase().commands().contains(command));
    call.ifPresent(c -> act(c, command));
    return call.isPresent();
  }

  private void act(Conversation call, Command command) {
    switch (command) {
      case ANSWER -> connect(call);
      case HOLD -> put(call.enter(Phase.HELD, second));
      case RESUME -> put(call.enter(Phase.CONNECTED, second));
      case TRANSFER -> end(call, Phase.TRANSFERRED);
      case HANG_UP -> hangUp(call);
      case FINISH -> end(call, Phase.ENDED);
    }
  }

  private void connect(Conversation call) {
    customerLeaves = second + plan.talk();
    put(call.enter(Phase.CONNECTED, second));
  }

  private void hangUp(Conversation call) {
    if (call.phase() == Phase.RINGING) {
      miss(call);
    } else {
      put(call.enter(Phase.WRAP_UP, second));
    }
  }

  /** An agent who does not answer is not offered the next call. */
  private void miss(Conversation call) {
    end(call, Phase.MISSED);
    state(AgentState.BREAK);
  }

  private void end(Conversation call, Phase how) {
    ended += how == Phase.MISSED ? 0 : 1;
    put(call.enter(how, second));
    planNextCall();
  }

  private void put(Conversation changed) {
    conversations.replaceAll(c -> c.number() == changed.number() ? changed : c);
  }

  private void planNextCall() {
    nextCall = signedIn && state.takesCalls() ? second + plan.gap() : Long.MAX_VALUE;
  }

  /** The conversation that needs the agent now. */
  public Optional<Conversation> active() {
    return conversations.stream().filter(c -> c.phase().active()).findFirst();
  }

  /** What the agent does, in words: with the conversation that needs them, or by choice. */
  public String doing() {
    return active().map(c -> doing(c.phase())).orElseGet(state::toString);
  }

  private static String doing(Phase phase) {
    return phase.onLine() ? "On a call" : phase.toString();
  }

  /** What the agent can do now. */
  public Set<Command> commands() {
    return active().map(c -> c.phase().commands()).orElse(Set.of());
  }

  /** Latest first. */
  public List<Conversation> conversations() {
    return Collections.unmodifiableList(new ArrayList<>(conversations));
  }

  public AgentState state() {
    return state;
  }

  public boolean signedIn() {
    return signedIn;
  }

  /** Seconds since the agent chose the present state. */
  public long secondsInState() {
    return second - stateSince;
  }

  /** How many conversations were brought to an end here. */
  public int ended() {
    return ended;
  }

  /** The present second. */
  public long second() {
    return second;
  }
}
