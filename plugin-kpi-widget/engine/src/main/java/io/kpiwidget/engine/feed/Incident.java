package io.kpiwidget.engine.feed;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * One trouble from its begin to its end, however often it is tried again meanwhile.
 *
 * @param reference what the log and the agent's screen have in common
 */
public record Incident(String code, String reference) {

  /** To be read out on the telephone: no two of these sound or look alike. */
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 6;

  /** {@code last} goes on where the code is the same. */
  public static Incident of(String code, Optional<Incident> last, RandomGenerator random) {
    return last.filter(incident -> incident.code.equals(code))
        .orElseGet(() -> new Incident(code, reference(random)));
  }

  private static String reference(RandomGenerator random) {
    return random
        .ints(LENGTH, 0, SIGNS.length())
        .mapToObj(i -> SIGNS.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /** As the agent reads it out. */
  @Override
  public String toString() {
    return code + " " + reference;
  }
}
