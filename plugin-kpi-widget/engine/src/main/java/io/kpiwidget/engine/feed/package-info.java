/** When to ask, for whom; the stream of snapshots. Failures become states here, once. */
@NullMarked
package io.kpiwidget.engine.feed;

import org.jspecify.annotations.NullMarked;
