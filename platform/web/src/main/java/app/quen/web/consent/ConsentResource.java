package app.quen.web.consent;

import app.quen.access.Permitted;
import app.quen.consent.CheckConsent;
import app.quen.consent.ConsentChannel;
import app.quen.consent.ConsentDraft;
import app.quen.consent.PurposeId;
import app.quen.consent.RecordConsent;
import app.quen.consent.ShowConsentHistory;
import app.quen.consent.ShowConsents;
import app.quen.customer.CustomerId;
import app.quen.idempotency.Answer;
import app.quen.web.Page;
import app.quen.web.json.Written;
import app.quen.web.request.Once;
import app.quen.web.request.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/customers/{id}/consents")
@ApplicationScoped
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConsentResource {

  @Inject private ShowConsents showConsents;
  @Inject private ShowConsentHistory showConsentHistory;
  @Inject private RecordConsent recordConsent;
  @Inject private CheckConsent checkConsent;
  @Inject private Origin origin;
  @Inject private Once once;

  @GET
  @Permitted("consent:read")
  @Operation(
      summary = "What a customer allows",
      description = "Each purpose in use with each of its channels; missing means no.")
  @APIResponse(responseCode = "200", description = "What holds now.")
  public ConsentJson.ListJson customerConsents(@PathParam("id") UUID id) {
    return new ConsentJson.ListJson(
        showConsents.show(new CustomerId(id)).stream().map(ConsentJson.StatusJson::of).toList());
  }

  @POST
  @Permitted("consent:record")
  @Operation(
      summary = "Record what a customer granted, refused or withdrew",
      description =
          "It is added to what was said before; what the customer said last holds, by proof.at.")
  @APIResponseSchema(
      value = ConsentJson.class,
      responseCode = "201",
      responseDescription = "What was recorded.")
  public Response recordConsent(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      ConsentJson.NewJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var consent = recordConsent.record(new CustomerId(id), draft(body), origin.source());
          return new Answer(201, null, null, Written.json(ConsentJson.of(consent)));
        });
  }

  private static ConsentDraft draft(ConsentJson.NewJson body) {
    var proof = body.proof();
    return new ConsentDraft(
        new PurposeId(body.purposeId()),
        body.channel(),
        body.state(),
        body.version(),
        proof == null ? null : proof.at(),
        body.sourceId(),
        proof == null ? null : proof.textShown(),
        proof == null ? null : proof.address(),
        body.note());
  }

  @GET
  @Path("history")
  @Permitted("consent:read")
  @Operation(summary = "All that a customer ever granted, refused or withdrew")
  @APIResponseSchema(
      value = ConsentJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page, the one that was recorded last first.")
  public Response consentHistory(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var page = showConsentHistory.show(new CustomerId(id), Page.limit(limit), cursor);
    return Page.of(ConsentJson.PageJson.of(page), page.nextCursor(), uri);
  }

  @GET
  @Path("check")
  @Permitted("consent:read")
  @Operation(
      summary = "May this customer be written to or called?",
      description = "Asked before anything is sent. A customer who has said nothing: no.")
  @APIResponse(responseCode = "200", description = "Yes or no, with the reason and the proof.")
  public ConsentJson.VerdictJson checkConsent(
      @PathParam("id") UUID id,
      @QueryParam("purposeId") @Parameter(required = true) @Nullable UUID purposeId,
      @QueryParam("channel") @Parameter(required = true, schema = @Schema(ref = "ConsentChannel"))
          @Nullable String channel) {
    if (purposeId == null) {
      throw Page.badParameter("purposeId", "Thiếu purposeId.", "purposeId is missing.");
    }
    var asked =
        ConsentChannel.of(channel == null ? "" : channel)
            .orElseThrow(
                () ->
                    Page.badParameter(
                        "channel",
                        "channel là email, sms, zns hoặc phone.",
                        "channel is email, sms, zns or phone."));
    return ConsentJson.VerdictJson.of(
        checkConsent.check(new CustomerId(id), new PurposeId(purposeId), asked));
  }
}
