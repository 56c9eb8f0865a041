/**
 * What a first start shows: two invented businesses and their invented customers, brought in
 * through the public API like anybody's. The same seed gives the same people.
 */
@NullMarked
package app.quen.launcher.demo;

import org.jspecify.annotations.NullMarked;
