package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import java.util.function.IntPredicate;

/**
 * Which answers may be kept at all (RFC 9111 §3).
 *
 * @param statuses those that are kept
 * @param understood those whose meaning is known here, too
 */
record Storable(IntPredicate statuses, IntPredicate understood) {

  /** Figures. Neither part of an answer nor a refusal is ever taken for them. */
  static final Storable FIGURES = of(status -> status == 200 || status == 203);

  private static Storable of(IntPredicate known) {
    return new Storable(known, known);
  }

  boolean test(HttpAnswer answer, Policy policy) {
    if (!statuses.test(answer.status()) || Vary.isUnknowable(answer)) {
      return false;
    }
    var control = Lifetime.control(answer);
    // who understands the status need not mind the no-store for those who do not (§5.2.2.3)
    boolean forbidden =
        control.has("must-understand")
            ? !understood.test(answer.status())
            : control.has("no-store");
    return policy == Policy.OVERRIDE || !forbidden;
  }
}
