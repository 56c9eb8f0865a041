package app.quen.web.team;

import app.quen.access.Permitted;
import app.quen.team.ShowOwnSight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/sight")
@ApplicationScoped
@Tag(name = "Roles")
@Produces(MediaType.APPLICATION_JSON)
public class SightResource {

  @Inject private ShowOwnSight showOwnSight;

  @GET
  @Permitted("field:read")
  @Operation(
      summary = "What one sees and may write oneself",
      description =
          "So that forms and lists offer no more than the caller's role allows. An administrator"
              + " who sends X-View-As with the id of a member with any GET reads what that member"
              + " sees, and no more than they see themselves; the trail says so.")
  @APIResponse(responseCode = "200", description = "By field key.")
  public ShareJson.OwnSightJson ownSight(
      @QueryParam("record") @DefaultValue("customer") @Schema(ref = "RecordType") String record) {
    return ShareJson.OwnSightJson.of(showOwnSight.show(record));
  }
}
