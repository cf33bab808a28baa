/** What a run of the desktop measured, and whether the figures shown were true. */
@NullMarked
package io.kpiwidget.desktop.report;

import org.jspecify.annotations.NullMarked;
