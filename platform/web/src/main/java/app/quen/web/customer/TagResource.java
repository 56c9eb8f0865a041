package app.quen.web.customer;

import app.quen.access.Permitted;
import app.quen.customer.SuggestTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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

  @Inject private SuggestTags suggestTags;

  @GET
  @Permitted("customer:read")
  @Operation(summary = "Tags in use")
  @APIResponse(responseCode = "200", description = "The tags that begin so, in alphabetical order.")
  public CustomerJson.TagsJson listTags(@QueryParam("prefix") @Nullable String prefix) {
    return new CustomerJson.TagsJson(suggestTags.suggest(prefix == null ? "" : prefix));
  }
}
