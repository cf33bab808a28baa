/** The ETag cache: decides purely, acts at the edge. */
@NullMarked
package io.kpiwidget.engine.cache;

import org.jspecify.annotations.NullMarked;
