/** Who may sign in, and the sandbox's control port where agents change queues. */
@NullMarked
package io.kpiwidget.desktop.agents;

import org.jspecify.annotations.NullMarked;
