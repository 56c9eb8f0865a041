package app.quen.web.field;

import app.quen.access.Permitted;
import app.quen.field.ResetLayout;
import app.quen.field.SaveLayout;
import app.quen.field.ShowLayout;
import app.quen.web.audit.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/layouts/{record}")
@ApplicationScoped
@Tag(name = "Fields")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LayoutResource {

  @Inject private ShowLayout showLayout;
  @Inject private SaveLayout saveLayout;
  @Inject private ResetLayout resetLayout;

  @GET
  @Permitted("field:read")
  @Operation(
      summary = "How a record's form is laid out",
      description =
          "The stage's own layout, else that of all stages, else one made from the catalogue."
              + " Every field is in a section or hidden; one that came after the layout stands at"
              + " the end of its section.")
  @APIResponse(responseCode = "200", description = "The layout.")
  public LayoutJson getLayout(
      @PathParam("record") @Schema(ref = "RecordType") String record,
      @QueryParam("stage") @Parameter(example = "lead") @Nullable String stage) {
    return LayoutJson.of(showLayout.show(record, stage));
  }

  @PUT
  @Permitted("field:manage")
  @Recorded("LayoutSaved")
  @Operation(summary = "Lay a record's form out", description = "For all stages, or for one.")
  @APIResponse(responseCode = "200", description = "The layout as it is now.")
  public LayoutJson saveLayout(
      @PathParam("record") @Schema(ref = "RecordType") String record,
      @QueryParam("stage") @Parameter(example = "lead") @Nullable String stage,
      LayoutJson.NewJson body) {
    return LayoutJson.of(
        saveLayout.save(
            record, stage, body.toSections(), body.hidden() == null ? List.of() : body.hidden()));
  }

  @DELETE
  @Permitted("field:manage")
  @Recorded("LayoutReset")
  @Operation(
      summary = "Take a layout back",
      description = "What follows is the layout of all stages, or the catalogue's.")
  @APIResponse(responseCode = "204", description = "There is no such layout any more.")
  public void resetLayout(
      @PathParam("record") @Schema(ref = "RecordType") String record,
      @QueryParam("stage") @Parameter(example = "lead") @Nullable String stage) {
    resetLayout.reset(record, stage);
  }
}
