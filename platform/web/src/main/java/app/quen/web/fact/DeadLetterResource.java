package app.quen.web.fact;

import app.quen.access.Permitted;
import app.quen.fact.ListDeadLetters;
import app.quen.fact.RetryDelivery;
import app.quen.web.Page;
import app.quen.web.audit.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/dead-letters")
@ApplicationScoped
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeadLetterResource {

  @Inject private ListDeadLetters listDeadLetters;
  @Inject private RetryDelivery retryDelivery;

  @GET
  @Permitted("delivery:manage")
  @Operation(summary = "Facts that a listener failed to take too often")
  @APIResponseSchema(
      value = DeadLetterJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page, newest first.")
  public Response listDeadLetters(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var page = listDeadLetters.list(Page.limit(limit), cursor);
    return Page.of(DeadLetterJson.PageJson.of(page), page.nextCursor(), uri);
  }

  @POST
  @Path("retry")
  @Permitted("delivery:manage")
  @Recorded("DeliveryRetried")
  @Operation(summary = "Deliver a dead letter again")
  @APIResponse(responseCode = "202", description = "It is on its way again.")
  public Response retryDelivery(DeadLetterJson.RetryJson body) {
    if (!retryDelivery.retry(body.listener(), body.factSeq())) {
      throw new NotFoundException();
    }
    return Response.accepted().build();
  }
}
