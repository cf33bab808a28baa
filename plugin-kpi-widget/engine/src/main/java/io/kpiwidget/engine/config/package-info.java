/** The configuration file as validated records; errors name file and JSON path. */
@NullMarked
package io.kpiwidget.engine.config;

import org.jspecify.annotations.NullMarked;
