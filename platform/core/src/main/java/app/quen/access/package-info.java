/**
 * Who is acting and what they may do. Every use case says who may call it; here that is held
 * against the actor. Credentials and sessions belong to the tenants room.
 */
@NullMarked
package app.quen.access;

import org.jspecify.annotations.NullMarked;
