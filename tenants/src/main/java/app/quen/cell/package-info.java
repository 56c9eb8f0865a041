/**
 * MariaDB cells and the connection pools to them, one for each cell and level of trust. What uses a
 * pool belongs to this room; nobody else sees a connection.
 */
@NullMarked
package app.quen.cell;

import org.jspecify.annotations.NullMarked;
