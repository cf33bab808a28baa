/** Token sources and the refresher. */
@NullMarked
package io.kpiwidget.engine.token;

import org.jspecify.annotations.NullMarked;
