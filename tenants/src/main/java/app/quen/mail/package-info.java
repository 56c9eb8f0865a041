/**
 * Letters that Quen itself writes to people who work with it or are to, over SMTP. What is said in
 * them belongs to those who write them; letters to customers do not belong here.
 */
@NullMarked
package app.quen.mail;

import org.jspecify.annotations.NullMarked;
