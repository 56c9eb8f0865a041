/**
 * Forms that people without an account fill in, by a link that was sent to them or that hangs at
 * the counter. What they answer becomes feedback of a customer.
 */
@NullMarked
package app.quen.survey;

import org.jspecify.annotations.NullMarked;
