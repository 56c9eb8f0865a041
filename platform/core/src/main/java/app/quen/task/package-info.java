/** What somebody is to do, mostly for a customer. */
@NullMarked
package app.quen.task;

import org.jspecify.annotations.NullMarked;
