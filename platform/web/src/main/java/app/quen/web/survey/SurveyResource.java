package app.quen.web.survey;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.idempotency.Answer;
import app.quen.survey.LinkSurvey;
import app.quen.survey.ListSurveys;
import app.quen.survey.MakeSurvey;
import app.quen.survey.ReviseSurvey;
import app.quen.survey.ShowSurvey;
import app.quen.survey.ShowSurveyResults;
import app.quen.survey.Survey;
import app.quen.survey.SurveyConflict;
import app.quen.web.audit.Recorded;
import app.quen.web.json.Whole;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import app.quen.web.request.Once;
import app.quen.web.request.PublicAddress;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/surveys")
@ApplicationScoped
@Tag(name = "Surveys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SurveyResource {

  @Inject private ListSurveys listSurveys;
  @Inject private MakeSurvey makeSurvey;
  @Inject private ShowSurvey showSurvey;
  @Inject private ReviseSurvey reviseSurvey;
  @Inject private LinkSurvey linkSurvey;
  @Inject private ShowSurveyResults showSurveyResults;
  @Inject private Once once;
  @Inject private PublicAddress publicAddress;

  @GET
  @Permitted("survey:read")
  @Operation(summary = "List the forms", description = "The newest first, at most 200.")
  @APIResponseSchema(
      value = SurveyJson.ListJson.class,
      responseCode = "200",
      responseDescription = "The forms.")
  public JsonObject listSurveys() {
    var items = Json.createArrayBuilder();
    listSurveys.list().forEach(survey -> items.add(json(survey)));
    return Json.createObjectBuilder().add("items", items).build();
  }

  @POST
  @Permitted("survey:manage")
  @Recorded("SurveyMade")
  @Operation(summary = "Make a form")
  @APIResponseSchema(
      value = SurveyJson.class,
      responseCode = "201",
      responseDescription = "As it was stored.")
  public Response makeSurvey(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SurveyJson.NewJson.class)))
          JsonObject body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var survey = makeSurvey.make(body);
          return new Answer(
              201, "/api/v1/surveys/" + survey.id(), tag(survey), json(survey).toString());
        });
  }

  @GET
  @Path("{id}")
  @Permitted("survey:read")
  @Operation(summary = "Show a form")
  @APIResponseSchema(
      value = SurveyJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response getSurvey(@PathParam("id") UUID id) {
    return answer(showSurvey.show(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("survey:manage")
  @Recorded(value = "SurveyRevised", record = "survey")
  @Operation(
      summary = "Change a form, or close it",
      description = "A merge patch of the version that If-Match names.")
  @APIResponseSchema(
      value = SurveyJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response reviseSurvey(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SurveyJson.PatchJson.class)))
          JsonObject body) {
    try {
      return answer(reviseSurvey.revise(id, body, Version.of(ifMatch)));
    } catch (SurveyConflict e) {
      throw Problem.of(ProblemType.CONFLICT)
          .with("current", json(e.current()))
          .with("changedFields", Json.createArrayBuilder().build())
          .header("ETag", tag(e.current()))
          .exception();
    }
  }

  @POST
  @Path("{id}/links")
  @Permitted("survey:send")
  @Recorded(value = "SurveyLinked", record = "survey")
  @Operation(
      summary = "Make a link to a form that can be sent",
      description =
          "For one customer: it takes one answer, within 90 days. For anybody: it takes answers"
              + " until the form is closed. The answer is a secret that is kept nowhere, so there"
              + " is no Idempotency-Key here: where it got lost, make another link.")
  @APIResponseSchema(
      value = SurveyJson.LinkJson.class,
      responseCode = "201",
      responseDescription = "The link, which is told once.")
  public Response linkSurvey(
      @PathParam("id") UUID id, SurveyJson.NewLinkJson body, @Context UriInfo uri) {
    var customer = body.customerId() == null ? null : new CustomerId(body.customerId());
    var link = linkSurvey.link(id, customer);
    var url = publicAddress.of("f/" + link.token(), uri);
    return Response.status(Response.Status.CREATED)
        .header("Cache-Control", "no-store")
        .entity(new SurveyJson.LinkJson(url, link.expiresAt()))
        .build();
  }

  @GET
  @Path("{id}/results")
  @Permitted("survey:read")
  @Operation(summary = "What the answers to a form come to")
  @APIResponse(responseCode = "200", description = "The results.")
  public SurveyResultsJson surveyResults(@PathParam("id") UUID id) {
    return SurveyResultsJson.of(showSurveyResults.show(id));
  }

  private static Response answer(Survey survey) {
    return Response.ok(json(survey)).header("ETag", tag(survey)).build();
  }

  private static JsonObject json(Survey survey) {
    return Whole.of(survey.json(), SurveyJson.class);
  }

  private static String tag(Survey survey) {
    return Version.tag(survey.version());
  }
}
