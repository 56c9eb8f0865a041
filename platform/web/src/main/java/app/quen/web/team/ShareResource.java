package app.quen.web.team;

import app.quen.access.Permitted;
import app.quen.idempotency.Answer;
import app.quen.team.EndShare;
import app.quen.team.ExplainSight;
import app.quen.team.ListShares;
import app.quen.team.ListViewers;
import app.quen.team.ShareRecord;
import app.quen.web.request.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/shares")
@ApplicationScoped
@Tag(name = "Shares")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ShareResource {

  @Inject private ListShares listShares;
  @Inject private ShareRecord shareRecord;
  @Inject private EndShare endShare;
  @Inject private ExplainSight explainSight;
  @Inject private ListViewers listViewers;
  @Inject private Once once;

  @GET
  @Permitted("member:read")
  @Operation(summary = "With whom a record is shared")
  @APIResponse(responseCode = "200", description = "The oldest first.")
  public ShareJson.ListJson listShares(
      @QueryParam("record") @Schema(ref = "RecordType") String record,
      @QueryParam("recordId") UUID recordId) {
    return new ShareJson.ListJson(
        listShares.list(record, recordId).stream().map(ShareJson::of).toList());
  }

  @POST
  @Permitted("record:share")
  @Operation(
      summary = "Share a record with a member or a team",
      description = "Nobody shares more than they have. Sharing it again changes how.")
  @APIResponseSchema(
      value = ShareJson.class,
      responseCode = "201",
      responseDescription = "The share.")
  public Response shareRecord(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ShareJson.NewJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var share =
              ShareJson.of(shareRecord.share(body.record(), body.recordId(), body.toDraft()));
          return new Answer(201, "/api/v1/shares/" + share.id(), null, Once.text(share));
        });
  }

  @DELETE
  @Path("{id}")
  @Permitted("record:share")
  @Operation(summary = "Take back that a record is shared")
  @APIResponse(responseCode = "204", description = "It is shared no more.")
  public void endShare(@PathParam("id") UUID id) {
    endShare.end(id);
  }

  @GET
  @Path("viewers")
  @Permitted("role:manage")
  @Operation(summary = "Who sees a record, and why")
  @APIResponse(responseCode = "200", description = "All members who see it.")
  public ShareJson.SightsJson listViewers(
      @QueryParam("record") @Schema(ref = "RecordType") String record,
      @QueryParam("recordId") UUID recordId) {
    return new ShareJson.SightsJson(
        listViewers.list(record, recordId).stream().map(ShareJson.SightJson::of).toList());
  }

  @GET
  @Path("viewers/{member}")
  @Permitted("role:manage")
  @Operation(summary = "Why a member sees a record, or does not")
  @APIResponse(responseCode = "200", description = "What they see of it, and why.")
  public ShareJson.SightJson explainSight(
      @PathParam("member") UUID member,
      @QueryParam("record") @Schema(ref = "RecordType") String record,
      @QueryParam("recordId") UUID recordId) {
    return ShareJson.SightJson.of(explainSight.explain(record, recordId, member));
  }
}
