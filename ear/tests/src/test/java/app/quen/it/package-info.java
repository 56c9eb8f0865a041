/**
 * Tests of the assembled thing: the EAR that was built, in the server that ships it. What can be
 * shown without a container is shown in the room it belongs to.
 */
@NullMarked
package app.quen.it;

import org.jspecify.annotations.NullMarked;
