/** Who follows the trail, what it learns of each person, and the rows of events. */
@NullMarked
package app.quen.alert.internal;

import org.jspecify.annotations.NullMarked;
