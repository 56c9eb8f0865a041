/**
 * The provinces, districts and wards of Vietnam before and after 1 July 2025: reads what people
 * wrote of them, and leads from the old unit to the new one as far as the data goes. Knows no
 * customers.
 */
@NullMarked
package app.quen.place;

import org.jspecify.annotations.NullMarked;
