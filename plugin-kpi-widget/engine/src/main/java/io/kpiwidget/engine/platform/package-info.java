/** The one door out: HTTP, failures as a sealed family, and the dialects. */
@NullMarked
package io.kpiwidget.engine.platform;

import org.jspecify.annotations.NullMarked;
