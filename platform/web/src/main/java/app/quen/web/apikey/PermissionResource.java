package app.quen.web.apikey;

import app.quen.access.Permissions;
import app.quen.web.TextJson;
import app.quen.web.credential.AnyAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/permissions")
@ApplicationScoped
@Tag(name = "API keys")
@Produces(MediaType.APPLICATION_JSON)
public class PermissionResource {

  private static final CatalogueJson ALL =
      new CatalogueJson(
          Permissions.all().stream()
              .map(one -> new PermissionJson(one.name(), TextJson.of(one.label())))
              .toList());

  @GET
  @AnyAccount(evenByProvider = true)
  @Operation(summary = "All permissions that there are")
  @APIResponse(
      responseCode = "200",
      description = "In the order in which people should see them; the same for everybody.")
  public CatalogueJson listPermissions() {
    return ALL;
  }

  /** All permissions. */
  @Schema(name = "Permissions")
  public record CatalogueJson(List<PermissionJson> items) {}

  /** One permission. */
  @Schema(name = "Permission")
  public record PermissionJson(@Schema(examples = "customer:read") String name, TextJson label) {}
}
