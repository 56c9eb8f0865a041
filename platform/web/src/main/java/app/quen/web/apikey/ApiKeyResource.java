package app.quen.web.apikey;

import app.quen.access.Access;
import app.quen.access.Permissions;
import app.quen.access.Permitted;
import app.quen.account.CreateApiKey;
import app.quen.account.ListApiKeys;
import app.quen.account.RevokeApiKey;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.AnyAccount;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  @Inject private ListApiKeys listApiKeys;
  @Inject private CreateApiKey createApiKey;
  @Inject private RevokeApiKey revokeApiKey;
  @Inject private Trail trail;
  @Inject private Tenants tenants;
  @Inject private Access access;
  @Inject private HttpServletRequest request;

  @GET
  @Permitted("apikey:manage")
  @Operation(summary = "The workspace's API keys")
  @APIResponse(responseCode = "200", description = "All keys that are not revoked, newest first.")
  public ApiKeyJson.ListJson listApiKeys() {
    return new ApiKeyJson.ListJson(
        listApiKeys.list(tenant()).stream().map(ApiKeyJson::of).toList());
  }

  @POST
  @AnyAccount
  @Permitted("apikey:manage")
  @Confirmed
  @Operation(
      summary = "Make an API key",
      description =
          "It can do what is chosen, and never more than who made it can do at the time: it loses"
              + " what they lose, and ends where they leave the workspace. The answer shows the"
              + " key, this once; it is kept nowhere. So there is no Idempotency-Key here: where an"
              + " answer got lost, revoke the key that the list shows and make another.")
  @APIResponseSchema(
      value = CreatedApiKeyJson.class,
      responseCode = "201",
      responseDescription = "The new key.")
  public Response createApiKey(NewApiKeyJson body) {
    checkPermissions(body.permissions());
    var created =
        createApiKey.create(
            tenant(),
            Exchange.of(request).signedIn().account().id(),
            body.name(),
            Set.copyOf(body.permissions()),
            body.expiresAt());
    var key = created.apiKey();
    trail.seen(
        Act.of("ApiKeyMade")
            .on("api-key", key.id())
            .with(
                Json.createObjectBuilder()
                    .add("name", key.name())
                    .add("permissions", Json.createArrayBuilder(new TreeSet<>(key.permissions())))
                    .build()
                    .toString()));
    return Response.status(Response.Status.CREATED)
        .entity(CreatedApiKeyJson.of(created))
        .header("Cache-Control", "no-store")
        .build();
  }

  @DELETE
  @Path("{id}")
  @Permitted("apikey:manage")
  @Recorded(value = "ApiKeyRevoked", record = "api-key")
  @Operation(summary = "Revoke an API key")
  @APIResponse(responseCode = "204", description = "The key is refused from now on.")
  public void revokeApiKey(@PathParam("id") UUID id) {
    revokeApiKey.revoke(tenant(), id);
  }

  /** A key can do no more than who makes it. */
  private void checkPermissions(List<String> permissions) {
    for (String permission : permissions) {
      if (Permissions.find(permission).isEmpty()) {
        throw new Invalid(
            List.of(
                new Problem(
                    "permissions",
                    "unknown",
                    new Text(
                        "Không có quyền %s.".formatted(permission),
                        "There is no permission %s.".formatted(permission)))));
      }
      access.require(permission);
    }
  }

  private TenantId tenant() {
    return tenants.current().id();
  }
}
