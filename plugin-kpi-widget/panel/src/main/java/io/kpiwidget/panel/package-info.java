/** The plugin: PF4J's entry and the composition root. */
@NullMarked
package io.kpiwidget.panel;

import org.jspecify.annotations.NullMarked;
