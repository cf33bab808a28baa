/**
 * The guide's dialect over the simulated contact centre: tokens, widgets, queries, their limits and
 * the faults that can be switched on.
 */
@NullMarked
package io.kpiwidget.sandbox.platform;

import org.jspecify.annotations.NullMarked;
