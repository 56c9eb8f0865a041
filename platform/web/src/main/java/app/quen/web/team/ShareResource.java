package app.quen.web.team;

import app.quen.access.Permitted;
import app.quen.team.EndShare;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/shares/{id}")
@ApplicationScoped
@Tag(name = "Shares")
@Produces(MediaType.APPLICATION_JSON)
public class ShareResource {

  @Inject private EndShare endShare;

  @DELETE
  @Permitted("record:share")
  @Operation(summary = "Take back that a record is shared")
  @APIResponse(responseCode = "204", description = "It is shared no more.")
  public void endShare(@PathParam("id") UUID id) {
    endShare.end(id);
  }
}
