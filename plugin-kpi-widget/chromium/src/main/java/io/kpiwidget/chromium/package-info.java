/** The browser process: a small child JVM that runs Chromium off-screen. */
@NullMarked
package io.kpiwidget.chromium;

import org.jspecify.annotations.NullMarked;
