/** Runs while this module is built, and is in no jar. */
@NullMarked
package io.kpiwidget.page.build;

import org.jspecify.annotations.NullMarked;
