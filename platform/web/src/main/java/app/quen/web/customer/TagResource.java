package app.quen.web.customer;

import app.quen.access.Permitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/tags")
@ApplicationScoped
@Tag(name = "Customers")
@Produces(MediaType.APPLICATION_JSON)
public class TagResource {

  @GET
  @Permitted("customer:read")
  @Operation(summary = "Tags in use")
  @APIResponse(responseCode = "200", description = "The tags that begin so, most used first.")
  public CustomerJson.TagsJson listTags(@QueryParam("prefix") @Nullable String prefix) {
    throw new NotSupportedException();
  }
}
