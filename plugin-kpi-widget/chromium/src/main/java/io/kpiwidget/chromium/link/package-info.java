/** The wire between the browser process and the panel; both ends use it. */
@NullMarked
package io.kpiwidget.chromium.link;

import org.jspecify.annotations.NullMarked;
