/**
 * The simulated contact centre: conversations, queues and agents as a discrete-event model in
 * simulated milliseconds; no HTTP and no clock.
 */
@NullMarked
package io.kpiwidget.sandbox.floor;

import org.jspecify.annotations.NullMarked;
