package app.quen.web.fact;

import app.quen.access.Permitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/dead-letters")
@ApplicationScoped
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeadLetterResource {

  @GET
  @Permitted("delivery:manage")
  @Operation(summary = "Facts that a listener failed to take too often")
  @APIResponse(responseCode = "200", description = "A page, newest first.")
  public DeadLetterJson.PageJson listDeadLetters(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    throw new NotSupportedException();
  }

  @POST
  @Path("retry")
  @Permitted("delivery:manage")
  @Operation(summary = "Deliver a dead letter again")
  @APIResponse(responseCode = "202", description = "It is on its way again.")
  public Response retryDelivery(DeadLetterJson.RetryJson body) {
    throw new NotSupportedException();
  }
}
