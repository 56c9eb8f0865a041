package app.quen.web.field;

import app.quen.access.Permitted;
import app.quen.field.Fields;
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

@Path("/fields")
@ApplicationScoped
@Tag(name = "Fields")
@Produces(MediaType.APPLICATION_JSON)
public class FieldResource {

  @Inject private Fields fields;

  @GET
  @Permitted("field:read")
  @Operation(
      summary = "The fields of a record type",
      description = "The core's fields and those of the plugins that are switched on here.")
  @APIResponse(responseCode = "200", description = "The fields, in the order of forms.")
  public FieldJson.ListJson listFields(
      @QueryParam("record")
          @DefaultValue("customer")
          @Schema(
              enumeration = {"customer", "order"},
              defaultValue = "customer")
          String record) {
    return new FieldJson.ListJson(fields.of(record).stream().map(FieldJson::of).toList());
  }
}
