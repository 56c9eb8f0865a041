/**
 * The contract between Quen and a plugin: what a plugin may contribute, the records that cross the
 * border, and the context of each call. Data only; no platform object, no library but PF4J's {@code
 * ExtensionPoint} and SLF4J's {@code Logger}.
 *
 * <p>Rules that hold for everything in here:
 *
 * <ul>
 *   <li>The host makes one instance of each extension for each loaded release and uses it for all
 *       workspaces and on many threads at once. An extension keeps no state in fields, static or
 *       not; what must last goes to {@link app.quen.plugin.KeyValueStore}.
 *   <li>An extension is a public class with a public constructor without parameters, annotated
 *       {@code org.pf4j.Extension}.
 *   <li>Interfaces that a plugin implements grow only by default methods. Interfaces that the host
 *       implements (the contexts and the store) may grow by any method; plugins only call them.
 *   <li>Parameters and results are never null unless marked {@code @Nullable}; collections are
 *       never null and cannot be changed.
 *   <li>Plugin code sees of the JDK only what data processing needs (no files, sockets, processes,
 *       reflection, SQL); the plugin guide lists the packages.
 * </ul>
 *
 * @since 0.1
 */
@NullMarked
package app.quen.plugin;

import org.jspecify.annotations.NullMarked;
