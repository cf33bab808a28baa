/** The desktop's end of the browser process. */
@NullMarked
package io.kpiwidget.panel.browser;

import org.jspecify.annotations.NullMarked;
