/** Host pages: generator, message filter, KPI view. */
@NullMarked
package io.kpiwidget.page;

import org.jspecify.annotations.NullMarked;
