/**
 * Tests for plugins. A test class implements a contract ({@link app.quen.testkit.PluginContract},
 * {@link app.quen.testkit.CustomerCheckContract}, {@link app.quen.testkit.FactListenerContract})
 * and says only what is particular to it; beside them stand fakes of what the host gives. Needs no
 * server and no database.
 *
 * @since 0.1
 */
@NullMarked
package app.quen.testkit;

import org.jspecify.annotations.NullMarked;
