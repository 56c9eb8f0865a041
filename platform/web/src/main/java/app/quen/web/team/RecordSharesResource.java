package app.quen.web.team;

import app.quen.access.Permitted;
import app.quen.idempotency.Answer;
import app.quen.team.ListShares;
import app.quen.team.ShareRecord;
import app.quen.web.request.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/{records: customers|orders|interactions|feedback|tasks}/{id}/shared-with")
@ApplicationScoped
@Tag(name = "Shares")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecordSharesResource {

  @Inject private ListShares listShares;
  @Inject private ShareRecord shareRecord;
  @Inject private Once once;

  @GET
  @Permitted("member:read")
  @Operation(
      summary = "With whom a record is shared",
      description = "Needs the permission to read the record.")
  @APIResponse(responseCode = "200", description = "The oldest first.")
  public ShareJson.ListJson listShares(
      @PathParam("records") @Parameter(example = "customers") String records,
      @PathParam("id") UUID id) {
    return new ShareJson.ListJson(
        listShares.list(record(records), id).stream().map(ShareJson::of).toList());
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
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @PathParam("records") @Parameter(example = "customers") String records,
      @PathParam("id") UUID id,
      ShareJson.NewJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var share = ShareJson.of(shareRecord.share(record(records), id, body.toDraft()));
          return new Answer(201, "/api/v1/shares/" + share.id(), null, Once.text(share));
        });
  }

  private static String record(String records) {
    return records.equals("feedback") ? records : records.substring(0, records.length() - 1);
  }
}
