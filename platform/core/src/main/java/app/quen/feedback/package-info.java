/** What customers say: answers to surveys, complaints, questions, ratings. */
@NullMarked
package app.quen.feedback;

import org.jspecify.annotations.NullMarked;
