/** What a desktop compiles against to show plugin panels. */
@NullMarked
package io.kpiwidget.host;

import org.jspecify.annotations.NullMarked;
