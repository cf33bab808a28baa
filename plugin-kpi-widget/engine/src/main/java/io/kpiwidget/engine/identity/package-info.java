/** Who the agent is, and what they may see. */
@NullMarked
package io.kpiwidget.engine.identity;

import org.jspecify.annotations.NullMarked;
