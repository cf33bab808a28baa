package io.kpiwidget.engine.widget;

import java.util.Optional;

/** A KPI's value, or why there is none: nothing yet, zero and "not permitted" are not the same. */
public sealed interface KpiValue {

  /** A number in the KPI's unit; zero included. */
  @SuppressWarnings("JavaLangClash") // inside KpiValue it reads as what it is
  record Number(double value) implements KpiValue {}

  /** The platform has nothing to report yet, such as an average over no conversation. */
  record NoData() implements KpiValue {}

  /**
   * The agent lacks {@code permission}.
   *
   * @param contact whom to ask for it; empty means the administrator
   */
  record NotPermitted(String permission, Optional<String> contact) implements KpiValue {

    /** The administrator is the one to ask. */
    public NotPermitted(String permission) {
      this(permission, Optional.empty());
    }
  }

  /** The KPI has no meaning here, such as a queue's figure for one agent. */
  record NotApplicable() implements KpiValue {}

  /** This KPI alone could not be had; {@code cause} is a sentence for the agent. */
  record Failed(String cause) implements KpiValue {}
}
