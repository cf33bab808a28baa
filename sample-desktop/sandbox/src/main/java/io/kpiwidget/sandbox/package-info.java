/** A simulated contact centre behind the platform's dialects; loopback only. */
@NullMarked
package io.kpiwidget.sandbox;

import org.jspecify.annotations.NullMarked;
