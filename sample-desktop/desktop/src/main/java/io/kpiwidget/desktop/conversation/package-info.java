/** The simulated softphone and its customers: no Swing, one thread, deterministic by seed. */
@NullMarked
package io.kpiwidget.desktop.conversation;

import org.jspecify.annotations.NullMarked;
