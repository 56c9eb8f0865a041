/** Apache Shiro as the engine of access: subjects, the realm, permission strings. */
@NullMarked
package app.quen.access.internal;

import org.jspecify.annotations.NullMarked;
