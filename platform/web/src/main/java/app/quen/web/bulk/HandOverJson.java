package app.quen.web.bulk;

import app.quen.bulk.ListReceivers.Handed;
import app.quen.bulk.ListReceivers.Page;
import app.quen.bulk.ListReceivers.Received;
import app.quen.bulk.ListReceivers.Receiver;
import app.quen.bulk.PreviewHandOver.Fitting;
import app.quen.bulk.PreviewHandOver.Plan;
import app.quen.bulk.PreviewHandOver.Rule;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody hands over, and to whom. */
public final class HandOverJson {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private HandOverJson() {}

  /** What is asked for. */
  @Schema(
      name = "NewHandOver",
      description = "Tasks and feedback of a customer go with the customer.",
      examples =
          """
          {"from": "0192aaaa-0000-7000-8000-000000000001", "rule": "evenly",
           "to": ["0192aaaa-0000-7000-8000-000000000002",
                  "0192aaaa-0000-7000-8000-000000000003"],
           "fitting": [{"query": {"filters": ["stage:eq:lead"]},
                        "to": ["0192aaaa-0000-7000-8000-000000000002"]}]}\
          """)
  public record NewJson(
      @Schema(description = "The member whose it is.") UUID from,
      @Schema(description = "Absent: customer, task and feedback.") @Nullable List<String> records,
      @Schema(
              enumeration = {"one", "evenly", "team", "by-hand"},
              description =
                  "Who gets what is neither named nor fits: one member, several the same number,"
                      + " the members of a team the same number, or nobody.")
          String rule,
      @Schema(description = "Members: one for one, several for evenly, else none.")
          @Nullable List<UUID> to,
      @Schema(description = "For team.") @Nullable UUID teamId,
      @Schema(description = "Who gets a record, whatever else is said.")
          @Nullable List<NamedJson> named,
      @Schema(
              description =
                  "Who gets the customers that fit: of several the first that fits counts.")
          @Nullable List<FittingJson> fitting) {

    Plan toPlan() {
      Map<UUID, UUID> by = new HashMap<>();
      if (named != null) {
        named.forEach(one -> by.put(one.recordId(), one.to()));
      }
      return new Plan(
          from,
          records == null ? Set.of("customer", "task", "feedback") : Set.copyOf(records),
          rule(rule),
          to == null ? List.of() : to,
          teamId,
          by,
          fitting == null
              ? List.of()
              : fitting.stream().map(one -> new Fitting(one.query(), one.to())).toList());
    }

    private static Rule rule(String written) {
      for (Rule rule : Rule.values()) {
        if (rule.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(written)) {
          return rule;
        }
      }
      throw app.quen.web.Page.badParameter(
          "rule", "one, evenly, team, by-hand", "one, evenly, team, by-hand");
    }
  }

  /** Who gets a record. */
  @Schema(name = "NamedReceiver")
  public record NamedJson(UUID recordId, @Schema(description = "A member.") UUID to) {}

  /** Who gets the customers that fit. */
  @Schema(name = "FittingReceivers")
  public record FittingJson(
      @Schema(ref = "ListQuery", description = "Of customers, as in the list.") JsonObject query,
      @Schema(description = "Members; several one after the other.") List<UUID> to) {}

  /** What the caller got. */
  @Schema(name = "ReceivedHandOvers")
  public record ReceivedJson(List<ReceivedOneJson> items) {

    static ReceivedJson of(List<Received> received) {
      return new ReceivedJson(received.stream().map(ReceivedOneJson::of).toList());
    }
  }

  /** A hand-over by which the caller gets something. */
  @Schema(name = "ReceivedHandOver")
  public record ReceivedOneJson(
      @Schema(description = "The run; the list is at /hand-overs/{id}/receivers/{member}.") UUID id,
      @Schema(description = "The member whose it was.") UUID from,
      @Schema(description = "Name of who handed it over.") String by,
      @Schema(enumeration = {"running", "completed", "cancelled", "failed"}) String state,
      @Nullable Instant startedAt,
      @Schema(type = SchemaType.OBJECT, description = "How many, by kind of record.")
          JsonObject counts) {

    static ReceivedOneJson of(Received one) {
      return new ReceivedOneJson(
          one.run(), one.from(), one.by(), one.state(), one.at(), numbers(one.counts()));
    }
  }

  private static JsonObject numbers(Map<String, Long> counts) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    new TreeMap<>(counts).forEach(json::add);
    return json.build();
  }

  /** Everybody who gets something. */
  @Schema(name = "Receivers")
  public record ReceiversJson(List<ReceiverJson> items) {

    static ReceiversJson of(List<Receiver> receivers) {
      return new ReceiversJson(receivers.stream().map(ReceiverJson::of).toList());
    }
  }

  /** Somebody who gets something. */
  @Schema(name = "Receiver")
  public record ReceiverJson(
      UUID member,
      @Schema(type = SchemaType.OBJECT, description = "How many, by kind of record.")
          JsonObject counts) {

    static ReceiverJson of(Receiver receiver) {
      return new ReceiverJson(receiver.member(), numbers(receiver.counts()));
    }
  }

  /** A part of what somebody gets. */
  @Schema(name = "HandedRecords")
  public record HandedPageJson(List<HandedJson> items, @Nullable String nextCursor) {

    static HandedPageJson of(Page page) {
      UUID next = page.next();
      return new HandedPageJson(
          page.items().stream().map(HandedJson::of).toList(),
          next == null ? null : next.toString());
    }
  }

  /** A record that somebody gets. */
  @Schema(name = "HandedRecord")
  public record HandedJson(
      @Schema(ref = "RecordType") String record,
      UUID recordId,
      @Schema(description = "Null where the caller does not see it.") @Nullable String name,
      @Schema(description = "Whether it was handed over, and not back.") boolean moved) {

    static HandedJson of(Handed handed) {
      return new HandedJson(handed.record(), handed.recordId(), handed.name(), handed.moved());
    }
  }
}
