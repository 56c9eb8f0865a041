package app.quen.web.consent;

import app.quen.access.Permitted;
import app.quen.consent.AddPurposeVersion;
import app.quen.consent.DeclarePurpose;
import app.quen.consent.ListPurposes;
import app.quen.consent.Purpose;
import app.quen.consent.PurposeDraft;
import app.quen.consent.PurposeId;
import app.quen.consent.RevisePurpose;
import app.quen.consent.ShowPurpose;
import app.quen.idempotency.Answer;
import app.quen.text.Text;
import app.quen.web.TextJson;
import app.quen.web.audit.Recorded;
import app.quen.web.json.Written;
import app.quen.web.request.Once;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/consent-purposes")
@ApplicationScoped
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PurposeResource {

  @Inject private ListPurposes listPurposes;
  @Inject private ShowPurpose showPurpose;
  @Inject private DeclarePurpose declarePurpose;
  @Inject private RevisePurpose revisePurpose;
  @Inject private AddPurposeVersion addPurposeVersion;
  @Inject private Once once;

  @GET
  @Permitted("consent:read")
  @Operation(summary = "What the workspace asks consent for")
  @APIResponse(responseCode = "200", description = "All purposes, retired ones too, oldest first.")
  public PurposeJson.ListJson listConsentPurposes() {
    return new PurposeJson.ListJson(listPurposes.list().stream().map(PurposeJson::of).toList());
  }

  @POST
  @Permitted("consent:manage")
  @Recorded("PurposeDeclared")
  @Operation(summary = "Declare a purpose with the first version of its text")
  @APIResponseSchema(
      value = PurposeJson.class,
      responseCode = "201",
      responseDescription = "The new purpose.")
  public Response declareConsentPurpose(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, PurposeJson.NewJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () ->
            created(
                PurposeJson.of(
                    declarePurpose.declare(
                        new PurposeDraft(
                            body.key(),
                            text(body.name()),
                            body.channels(),
                            null,
                            text(body.text()))))));
  }

  @GET
  @Path("{id}")
  @Permitted("consent:read")
  @Operation(summary = "One purpose")
  @APIResponseSchema(
      value = PurposeJson.class,
      responseCode = "200",
      responseDescription = "The purpose.")
  public Response getConsentPurpose(@PathParam("id") UUID id) {
    return answer(showPurpose.show(new PurposeId(id)));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("consent:manage")
  @Recorded(value = "PurposeRevised", record = "purpose")
  @Operation(
      summary = "Change, retire or take back a purpose",
      description = "What people are asked changes by a new version only.")
  @APIResponseSchema(
      value = PurposeJson.class,
      responseCode = "200",
      responseDescription = "The purpose as it is now.")
  public Response reviseConsentPurpose(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PurposeJson.PatchJson.class)))
          JsonObject body) {
    var patch = Written.read(body, PurposeJson.PatchJson.class);
    var change = new PurposeDraft(null, text(patch.name()), patch.channels(), patch.active(), null);
    return answer(revisePurpose.revise(new PurposeId(id), change, Version.of(ifMatch)));
  }

  private static Response answer(Purpose purpose) {
    return Response.ok(PurposeJson.of(purpose))
        .header("ETag", Version.tag(purpose.version()))
        .build();
  }

  @POST
  @Path("{id}/versions")
  @Permitted("consent:manage")
  @Recorded(value = "PurposeTextAdded", record = "purpose")
  @Operation(
      summary = "Give a purpose a new text",
      description = "It says whether consents to the version before still hold. Old texts stay.")
  @APIResponseSchema(
      value = PurposeJson.class,
      responseCode = "201",
      responseDescription = "The purpose as it is now.")
  public Response addConsentPurposeVersion(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      PurposeJson.NewVersionJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () ->
            created(
                PurposeJson.of(
                    addPurposeVersion.add(
                        new PurposeId(id),
                        new Text(body.text().vi(), body.text().en()),
                        body.keepsConsents()))));
  }

  private static Answer created(PurposeJson purpose) {
    return new Answer(
        201,
        "/api/v1/consent-purposes/" + purpose.id(),
        Version.tag(purpose.version()),
        Written.json(purpose));
  }

  private static @Nullable Text text(@Nullable TextJson text) {
    return text == null ? null : new Text(text.vi(), text.en());
  }
}
