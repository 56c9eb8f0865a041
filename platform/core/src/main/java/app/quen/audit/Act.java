package app.quen.audit;

import app.quen.access.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, as the trail takes it.
 *
 * @param name past tense, e.g. {@code CustomerRevised} or {@code SignedIn}; ASCII
 * @param onBehalfOf for whom, where that is not who acts
 * @param recordType with {@code recordId}: the record that it was done to
 * @param customerId the customer whom it is about
 * @param changes JSON; for a change what its fact says, else what the act was about
 * @param why the reason, where one was given
 */
public record Act(
    String name,
    @Nullable Actor onBehalfOf,
    @Nullable String recordType,
    @Nullable UUID recordId,
    @Nullable UUID customerId,
    @Nullable String changes,
    @Nullable String why) {

  public static Act of(String name) {
    return new Act(name, null, null, null, null, null, null);
  }

  public Act on(@Nullable String type, @Nullable UUID id) {
    return new Act(name, onBehalfOf, type, id, customerId, changes, why);
  }

  public Act about(@Nullable UUID customer) {
    return new Act(name, onBehalfOf, recordType, recordId, customer, changes, why);
  }

  public Act with(@Nullable String json) {
    return new Act(name, onBehalfOf, recordType, recordId, customerId, json, why);
  }

  public Act because(@Nullable String reason) {
    return new Act(name, onBehalfOf, recordType, recordId, customerId, changes, reason);
  }

  public Act forWhom(@Nullable Actor actor) {
    return new Act(name, actor, recordType, recordId, customerId, changes, why);
  }
}
