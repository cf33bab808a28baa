/**
 * What every KPI is, worked out from raw conversation and agent records alone; shares no arithmetic
 * with the query answers it is compared with.
 */
@NullMarked
package io.kpiwidget.sandbox.truth;

import org.jspecify.annotations.NullMarked;
