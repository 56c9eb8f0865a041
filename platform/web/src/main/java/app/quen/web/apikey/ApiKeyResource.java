package app.quen.web.apikey;

import app.quen.access.Permitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api-keys")
@ApplicationScoped
@Tag(name = "API keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApiKeyResource {

  @GET
  @Permitted("apikey:manage")
  @Operation(summary = "The workspace's API keys")
  @APIResponse(responseCode = "200", description = "All keys that are not revoked, newest first.")
  public ApiKeyJson.ListJson listApiKeys() {
    throw new NotSupportedException();
  }

  @POST
  @Permitted("apikey:manage")
  @Operation(summary = "Make an API key", description = "The answer shows the key, this once.")
  @APIResponseSchema(
      value = CreatedApiKeyJson.class,
      responseCode = "201",
      responseDescription = "The new key.")
  public Response createApiKey(NewApiKeyJson body) {
    throw new NotSupportedException();
  }

  @DELETE
  @Path("{id}")
  @Permitted("apikey:manage")
  @Operation(summary = "Revoke an API key")
  @APIResponse(responseCode = "204", description = "The key is refused from now on.")
  public void revokeApiKey(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }
}
