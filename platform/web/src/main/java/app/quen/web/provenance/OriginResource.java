package app.quen.web.provenance;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.provenance.ShowOrigins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/customers/{id}/origins")
@ApplicationScoped
@Tag(name = "Customers")
@Produces(MediaType.APPLICATION_JSON)
public class OriginResource {

  @Inject private ShowOrigins showOrigins;

  @GET
  @Permitted("customer:read")
  @Operation(
      summary = "Where each value of a customer comes from",
      description = "Source, time, who and how far it is trusted; older values too.")
  @APIResponse(responseCode = "200", description = "By the key of the field.")
  public OriginsJson customerOrigins(@PathParam("id") UUID id) {
    return OriginsJson.of(showOrigins.show(new CustomerId(id)));
  }
}
