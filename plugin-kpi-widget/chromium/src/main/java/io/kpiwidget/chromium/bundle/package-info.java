/** Chromium's files: where they come from, whether they are whole, what they need of a machine. */
@NullMarked
package io.kpiwidget.chromium.bundle;

import org.jspecify.annotations.NullMarked;
