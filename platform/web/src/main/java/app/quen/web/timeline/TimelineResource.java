package app.quen.web.timeline;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.timeline.SearchTimeline;
import app.quen.timeline.ShowProfile;
import app.quen.timeline.ShowSummary;
import app.quen.timeline.ShowTimeline;
import app.quen.web.Page;
import app.quen.web.audit.Recorded;
import app.quen.web.json.Whole;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/customers")
@ApplicationScoped
@Tag(name = "Customers")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {

  @Inject private ShowTimeline showTimeline;
  @Inject private SearchTimeline searchTimeline;
  @Inject private ShowSummary showSummary;
  @Inject private ShowProfile showProfile;

  @GET
  @Path("{id}/timeline")
  @Permitted("customer:read")
  @Recorded(value = "TimelineSearched", record = "customer", searches = true)
  @Operation(
      summary = "All that happened with a customer",
      description = "Newest first; kinds that the caller may not read are left out.")
  @APIResponseSchema(
      value = TimelineJson.class,
      responseCode = "200",
      responseDescription = "A page, newest first.")
  public Response customerTimeline(
      @PathParam("id") UUID id,
      @QueryParam("kinds")
          @Parameter(
              description = "With commas: order, interaction, feedback, task, change, consent.",
              example = "interaction,feedback")
          @Nullable String kinds,
      @QueryParam("from")
          @Parameter(description = "Not earlier than this.", example = "2026-01-01T00:00:00Z")
          @Nullable String from,
      @QueryParam("to")
          @Parameter(description = "Earlier than this.", example = "2027-01-01T00:00:00Z")
          @Nullable String to,
      @QueryParam("q")
          @Parameter(
              description =
                  "Words that an entry has to say, accents or not. A page may then be short before"
                      + " the end.",
              example = "hoa don do")
          @Nullable String q,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var customer = new CustomerId(id);
    var wanted = kinds(kinds);
    var since = instant("from", from);
    var until = instant("to", to);
    int most = Page.limit(limit);
    var page =
        q == null || q.isBlank()
            ? showTimeline.show(customer, wanted, since, until, cursor, most)
            : searchTimeline.search(customer, wanted, since, until, q, cursor, most);
    return Page.of(TimelineJson.of(page), page.nextCursor(), uri);
  }

  @GET
  @Path("{id}/summary")
  @Permitted("customer:read")
  @Operation(
      summary = "What matters of a customer at a glance",
      description = "What the caller may not read is null.")
  @APIResponseSchema(
      value = SummaryJson.class,
      responseCode = "200",
      responseDescription = "The summary.")
  public JsonObject customerSummary(@PathParam("id") UUID id) {
    return Whole.of(showSummary.show(new CustomerId(id)), SummaryJson.class);
  }

  @GET
  @Path("{id}/profile")
  @Permitted("customer:read")
  @Operation(
      summary = "A customer with its summary and its newest timeline",
      description = "What the three addresses answer one by one, in one answer as of one moment.")
  @APIResponseSchema(
      value = ProfileJson.class,
      responseCode = "200",
      responseDescription = "The profile.")
  public Response customerProfile(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Parameter(description = "Most entries of the timeline.")
          @Nullable String limit) {
    var profile = showProfile.show(new CustomerId(id), Page.limit(limit));
    return Response.ok(ProfileJson.of(profile))
        .header("ETag", Version.tag(profile.customer().version()))
        .build();
  }

  private static Set<String> kinds(@Nullable String written) {
    return written == null || written.isBlank()
        ? Set.of()
        : Arrays.stream(written.split(",")).map(String::strip).collect(Collectors.toSet());
  }

  private static @Nullable Instant instant(String name, @Nullable String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(written.strip()).toInstant();
    } catch (DateTimeException e) {
      throw Page.badParameter(
          name,
          name + " phải là thời điểm dạng 2026-12-31T00:00:00Z.",
          name + " is a time such as 2026-12-31T00:00:00Z.");
    }
  }
}
