package io.kpiwidget.sandbox.platform;

/** Whom tokens are for, as the switch on the control port has it. Thread-safe. */
final class Subjects {
  private final Centre centre;
  private final String clientId;
  private volatile SubjectMode mode = SubjectMode.HONEST;

  Subjects(Centre centre, String clientId) {
    this.centre = centre;
    this.clientId = clientId;
  }

  void mode(SubjectMode next) {
    mode = next;
  }

  /** Whom a token gets that was asked for {@code agent}; empty for nobody. */
  String instead(String agent) {
    return switch (mode) {
      case HONEST, OMIT -> agent;
      case OTHER -> someoneElse(agent);
      case IGNORE -> clientId;
      case NO_USER -> "";
    };
  }

  /** Whether the answer says whom the token is for. */
  boolean told() {
    return mode == SubjectMode.HONEST || mode == SubjectMode.OTHER;
  }

  /** Whether a token may be asked for without saying for whom. */
  boolean needless() {
    return mode == SubjectMode.NO_USER;
  }

  private String someoneElse(String agent) {
    return centre.look(
        (floor, now) ->
            floor.agents().stream()
                .map(one -> one.id())
                .filter(id -> !id.equals(agent))
                .findFirst()
                .orElseThrow());
  }
}
