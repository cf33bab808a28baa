/** The native view: first paint and fallback. */
@NullMarked
package io.kpiwidget.panel.swing;

import org.jspecify.annotations.NullMarked;
