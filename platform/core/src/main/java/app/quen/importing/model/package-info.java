/** What an import is: the shape of its file, its mapping, its state and the legal ways between. */
@NullMarked
package app.quen.importing.model;

import org.jspecify.annotations.NullMarked;
