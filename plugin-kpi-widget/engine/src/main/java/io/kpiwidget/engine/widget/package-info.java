/** Widget definitions, the KPI catalogue, and queries resolved for one agent. */
@NullMarked
package io.kpiwidget.engine.widget;

import org.jspecify.annotations.NullMarked;
