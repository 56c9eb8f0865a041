/**
 * Letters that Quen itself writes to the people of a workspace, over SMTP. What is said in them
 * belongs to those who write them; letters to customers do not belong here.
 */
@NullMarked
package app.quen.mail;

import org.jspecify.annotations.NullMarked;
