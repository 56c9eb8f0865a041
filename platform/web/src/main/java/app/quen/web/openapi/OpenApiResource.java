package app.quen.web.openapi;

import app.quen.access.Unrestricted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/openapi.json")
@ApplicationScoped
@Tag(name = "Description")
public class OpenApiResource {

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Unrestricted(because = "the description of the API is public")
  @Operation(summary = "This document")
  @APIResponse(
      responseCode = "200",
      description = "The OpenAPI document.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  public Response openApiDocument() {
    return Response.ok(OpenApiResource.class.getResourceAsStream("openapi.json")).build();
  }
}
