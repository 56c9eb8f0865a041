/**
 * The only way to a tenant's rows: a unit of work on a connection that is bound to the tenant's
 * role. Connections, pools and entity manager factories stay in here.
 */
@NullMarked
package app.quen.database;

import org.jspecify.annotations.NullMarked;
