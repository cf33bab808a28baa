/** The sample agent desktop; knows host-api only. */
@NullMarked
package io.kpiwidget.desktop;

import org.jspecify.annotations.NullMarked;
