/** The desktop's windows and their parts: Event Dispatch Thread only. */
@NullMarked
@UIPackage
package io.kpiwidget.desktop.window;

import org.checkerframework.checker.guieffect.qual.UIPackage;
import org.jspecify.annotations.NullMarked;
