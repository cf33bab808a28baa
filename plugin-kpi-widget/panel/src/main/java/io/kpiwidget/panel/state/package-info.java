/** What a panel can show, without Swing. */
@NullMarked
package io.kpiwidget.panel.state;

import org.jspecify.annotations.NullMarked;
