package app.quen.importing.internal;

import app.quen.customer.CustomerDraft;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a file of interactions, feedback or tasks says.
 *
 * @param record without its customer
 * @param customer null where the row names nobody
 */
record RecordRow(JsonObject record, @Nullable CustomerDraft customer) {}
