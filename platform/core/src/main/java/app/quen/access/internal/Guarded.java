package app.quen.access.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of records that somebody may see in part, and where it stands whose they are. */
enum Guarded {
  CUSTOMER("customer", "owner_id", null, Set.of("name", "kind", "stage")),
  ORDER(
      "order",
      null,
      "customer_id",
      Set.of(
          "number",
          "kind",
          "placedAt",
          "state",
          "currency",
          "lines",
          "lineCount",
          "discount",
          "shipping",
          "tax",
          "total",
          "paid",
          "returned",
          "payments",
          "returns")),
  INTERACTION("interaction", "member_id", "customer_id", Set.of("channel", "at")),
  FEEDBACK("feedback", "owner_id", "customer_id", Set.of("kind", "at", "state")),
  TASK("task", "assignee_id", "customer_id", Set.of("title", "state", "priority"));

  final String recordType;
  final @Nullable String owner;
  final @Nullable String customer;

  /** By these a record is known or reckoned with: who sees the record sees them. */
  final Set<String> open;

  Guarded(String recordType, @Nullable String owner, @Nullable String customer, Set<String> open) {
    this.recordType = recordType;
    this.owner = owner;
    this.customer = customer;
    this.open = open;
  }

  static Guarded of(String recordType) {
    for (Guarded type : values()) {
      if (type.recordType.equals(recordType)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no policy knows the record type " + recordType);
  }
}
