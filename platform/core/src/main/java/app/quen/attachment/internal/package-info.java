/** The table of attachments and the files that it names. */
@NullMarked
package app.quen.attachment.internal;

import org.jspecify.annotations.NullMarked;
