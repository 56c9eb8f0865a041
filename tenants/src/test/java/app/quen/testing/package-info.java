/** What tests of all rooms stand on: a real MariaDB, the beans, and two tenants. */
@NullMarked
package app.quen.testing;

import org.jspecify.annotations.NullMarked;
