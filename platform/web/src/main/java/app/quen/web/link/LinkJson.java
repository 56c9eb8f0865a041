package app.quen.web.link;

import app.quen.link.LinkPage;
import app.quen.link.LinkView;
import app.quen.web.ActorJson;
import app.quen.web.TextJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer belongs together with another one, as this one sees it. */
@Schema(name = "CustomerLink")
public record LinkJson(
    UUID id,
    @Schema(ref = "LinkType") String type,
    @Schema(
            enumeration = {"out", "in"},
            description =
                "out: it reads from this customer to the other; in: the other way round. Always out"
                    + " where the type has no direction.")
        String direction,
    @Schema(description = "In this direction: Works at, or Employs.") TextJson label,
    OtherJson other,
    @Nullable LocalDate since,
    @Schema(description = "Null: it lasts.") @Nullable LocalDate until,
    @Nullable String note,
    Instant createdAt,
    ActorJson createdBy,
    int version) {

  static LinkJson of(LinkView link) {
    var other = link.other();
    return new LinkJson(
        link.id(),
        link.type().word(),
        link.outwards() ? "out" : "in",
        TextJson.of(link.label()),
        new OtherJson(other.id().value(), other.kind(), other.name(), other.archived()),
        link.since(),
        link.until(),
        link.note(),
        link.createdAt(),
        ActorJson.of(link.createdBy()),
        link.version());
  }

  /** The customer at the other end. */
  @Schema(name = "LinkedCustomer")
  public record OtherJson(
      UUID id, @Schema(ref = "CustomerKind") String kind, String name, boolean archived) {}

  /** A page of links. */
  @Schema(name = "CustomerLinks")
  public record PageJson(
      List<LinkJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

    static PageJson of(LinkPage page) {
      return new PageJson(page.items().stream().map(LinkJson::of).toList(), page.nextCursor());
    }
  }

  /** A link to make. */
  @Schema(
      name = "NewCustomerLink",
      examples =
          """
          {"otherId": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c14", "type": "works-at",
           "since": "2024-05-01", "note": "Phòng kế toán"}\
          """)
  public record NewJson(
      UUID otherId,
      @Schema(ref = "LinkType") String type,
      @Schema(
              enumeration = {"out", "in"},
              description = "Absent: out, from this customer to the other.")
          @Nullable String direction,
      @Nullable LocalDate since,
      @Nullable LocalDate until,
      @Nullable String note) {}

  /** A change of a link; what is absent stays, null empties. */
  @Schema(
      name = "CustomerLinkPatch",
      examples =
          """
          {"until": "2026-06-30"}\
          """)
  public record PatchJson(
      @Nullable LocalDate since, @Nullable LocalDate until, @Nullable String note) {}
}
