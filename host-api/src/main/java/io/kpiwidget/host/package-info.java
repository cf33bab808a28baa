/**
 * What a desktop compiles against to show plugin panels, and what a plugin compiles against to be
 * shown.
 *
 * <p>A desktop adopts it with these lines; {@code login} and {@code onExit} stand for its own
 * events:
 *
 * <pre>{@code
 * PluginHost plugins = PluginHost.start(panel -> {
 *   tabs.addTab(panel.title(), panel.icon(), panel.component());
 *   return () -> tabs.remove(panel.component());
 * }, Paths.get("plugins"));
 *
 * login.onChange(agent -> plugins.session(agent == null ? null
 *     : AgentSession.of(agent.id).name(agent.name).queues(agent.queues).build()));
 * onExit(plugins::close);
 * }</pre>
 *
 * <p>A plugin is a jar with a {@link io.kpiwidget.host.PanelProvider} that {@code
 * META-INF/extensions.idx} names, and with {@code Plugin-Id}, {@code Plugin-Version} and {@code
 * Plugin-Requires} in its manifest. It loads its own classes first; this package, PF4J and SLF4J
 * always come from the desktop.
 *
 * <p>How it grows (SemVer): what desktops or plugins implement gets default methods only; what they
 * call is a final class or an interface that nobody else implements. Signatures hold types of the
 * JDK and of this package, with one exception for desktops that run PF4J themselves. Nothing is
 * null, neither given nor taken, unless marked so.
 */
@NullMarked
package io.kpiwidget.host;

import org.jspecify.annotations.NullMarked;
