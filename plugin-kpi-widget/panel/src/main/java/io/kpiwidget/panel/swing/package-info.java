/** The native view: first paint and fallback. All of it on the EDT. */
@NullMarked
@UIPackage
package io.kpiwidget.panel.swing;

import org.checkerframework.checker.guieffect.qual.UIPackage;
import org.jspecify.annotations.NullMarked;
