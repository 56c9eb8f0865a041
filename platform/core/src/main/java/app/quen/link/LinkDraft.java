package app.quen.link;

import app.quen.customer.CustomerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of two customers.
 *
 * @param outwards whether it reads from the customer that is looked at to the other one; of no
 *     meaning where the type has no direction
 */
public record LinkDraft(
    CustomerId other,
    String type,
    boolean outwards,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    @Nullable String note) {}
