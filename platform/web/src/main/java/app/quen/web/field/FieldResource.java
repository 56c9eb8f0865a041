package app.quen.web.field;

import app.quen.access.Permitted;
import app.quen.field.AddField;
import app.quen.field.CancelFieldWork;
import app.quen.field.ConvertField;
import app.quen.field.EvaluateDraft;
import app.quen.field.FieldState;
import app.quen.field.ListFields;
import app.quen.field.ListMisfits;
import app.quen.field.RestoreField;
import app.quen.field.RetireField;
import app.quen.field.ReviseField;
import app.quen.field.ShowField;
import app.quen.idempotency.Answer;
import app.quen.web.Page;
import app.quen.web.audit.Recorded;
import app.quen.web.request.Exchange;
import app.quen.web.request.Once;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/fields")
@ApplicationScoped
@Tag(name = "Fields")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FieldResource {

  static final String CUSTOMER = "customer";

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject private ListFields listFields;
  @Inject private ShowField showField;
  @Inject private AddField addField;
  @Inject private ReviseField reviseField;
  @Inject private RetireField retireField;
  @Inject private RestoreField restoreField;
  @Inject private ConvertField convertField;
  @Inject private CancelFieldWork cancelFieldWork;
  @Inject private ListMisfits listMisfits;
  @Inject private EvaluateDraft evaluateDraft;
  @Inject private Once once;
  @Inject private HttpServletRequest request;

  @GET
  @Permitted("field:read")
  @Operation(
      summary = "The fields of a record type",
      description =
          "The core's fields, the workspace's own, and those of the plugins that are switched on"
              + " here.")
  @APIResponse(responseCode = "200", description = "The fields, in the order of forms.")
  public FieldJson.ListJson listFields(
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record,
      @QueryParam("retired")
          @Schema(
              enumeration = {"true", "false"},
              defaultValue = "false",
              description = "Those that the workspace has retired, instead of the others.")
          @Nullable String retired) {
    return new FieldJson.ListJson(
        listFields.list(record, Page.flag("retired", retired)).stream()
            .map(FieldJson::of)
            .toList());
  }

  @POST
  @Permitted("field:manage")
  @Operation(
      summary = "Add a field",
      description =
          "A field of the workspace. A searchable one can be filtered by when it is ready: at once"
              + " in a small workspace, else when its work is done.")
  @APIResponseSchema(
      value = FieldJson.class,
      responseCode = "201",
      responseDescription = "The new field.")
  public Response addField(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewFieldJson.class)))
          JsonObject body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var record =
              body.get("record") instanceof JsonString named ? named.getString() : CUSTOMER;
          var added = addField.add(record, body);
          return new Answer(
              201,
              "/api/v1/fields/" + added.field().key() + "?record=" + record,
              Version.tag(added.version()),
              Once.text(FieldJson.of(added)));
        });
  }

  @GET
  @Path("{key}")
  @Permitted("field:read")
  @Operation(summary = "One field", description = "A retired one too.")
  @APIResponseSchema(
      value = FieldJson.class,
      responseCode = "200",
      responseDescription = "The field.")
  public Response getField(
      @PathParam("key") String key,
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record) {
    return answer(200, showField.show(record, key));
  }

  @PATCH
  @Path("{key}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("field:manage")
  @Operation(
      summary = "Change a field",
      description =
          "A merge patch of the version that If-Match names. Values that are there already and do"
              + " not fit a stricter field stay until somebody changes them. A field that becomes"
              + " unique looks for values that repeat: its work lists them. One that becomes"
              + " sensitive has its values encrypted by work of its own; back, it wants a reason.")
  @APIResponseSchema(
      value = FieldJson.class,
      responseCode = "200",
      responseDescription = "The field as it is now.")
  public Response reviseField(
      @PathParam("key") String key,
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewFieldJson.PatchJson.class)))
          JsonObject body) {
    return answer(200, reviseField.revise(record, key, body, Version.of(ifMatch)));
  }

  @POST
  @Path("{key}/retire")
  @Permitted("field:manage")
  @Operation(
      summary = "Retire a field",
      description =
          "The field and its values are out of sight everywhere, and kept. A plugin's field too.")
  @APIResponseSchema(
      value = FieldJson.class,
      responseCode = "200",
      responseDescription = "The field as it is now.")
  public Response retireField(
      @PathParam("key") String key,
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record) {
    return answer(200, retireField.retire(record, key));
  }

  @POST
  @Path("{key}/restore")
  @Permitted("field:manage")
  @Operation(summary = "Restore a retired field", description = "With its values.")
  @APIResponseSchema(
      value = FieldJson.class,
      responseCode = "200",
      responseDescription = "The field as it is now.")
  public Response restoreField(
      @PathParam("key") String key,
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record) {
    return answer(200, restoreField.restore(record, key));
  }

  @POST
  @Path("{key}/convert")
  @Permitted("field:manage")
  @Recorded("FieldConversionStarted")
  @Operation(
      summary = "Move a field's values to another type",
      description =
          "With preview: only counts what would fit, and shows what would not. Without: the field"
              + " has the new type at once, and stored values are moved by a job; what does not"
              + " fit is kept aside and listed under misfits. Ask for the field to see how far the"
              + " work is.")
  @APIResponseSchema(
      value = FieldJson.class,
      responseCode = "202",
      responseDescription = "The field with the work that was begun.")
  public Response convertField(
      @PathParam("key") String key,
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record,
      @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(implementation = NewFieldJson.ConversionJson.class)))
          JsonObject body) {
    var preview = body.getOrDefault("preview", JsonValue.FALSE) == JsonValue.TRUE;
    var form = JSON.createObjectBuilder(body).remove("preview").build();
    return answer(202, convertField.convert(record, key, form, preview));
  }

  @POST
  @Path("{key}/cancel")
  @Permitted("field:manage")
  @Recorded("FieldWorkCancelled")
  @Operation(
      summary = "Cancel the work on a field",
      description =
          "Adding an index, a preview, or looking for values that repeat. Moving values cannot"
              + " stop half-way.")
  @APIResponseSchema(
      value = FieldJson.class,
      responseCode = "200",
      responseDescription = "The field as it is now.")
  public Response cancelFieldWork(
      @PathParam("key") String key,
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record) {
    return answer(200, cancelFieldWork.cancel(record, key));
  }

  @GET
  @Path("{key}/misfits")
  @Permitted("field:manage")
  @Operation(summary = "Values that a field could not take when it changed")
  @APIResponseSchema(
      value = MisfitsJson.class,
      responseCode = "200",
      responseDescription = "A page of them.")
  public Response fieldMisfits(
      @PathParam("key") String key,
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var page = MisfitsJson.of(listMisfits.list(record, key, after(cursor), Page.limit(limit)));
    return Page.of(page, page.nextCursor(), uri);
  }

  @POST
  @Path("evaluate")
  @Permitted("field:read")
  @Operation(
      summary = "What the fields would say of a form",
      description =
          "The rules of the fields over a record as it is being filled in: the same answer as"
              + " saving would give, and which fields the record does not have.")
  @APIResponse(responseCode = "200", description = "Hidden fields, and what is wrong.")
  public EvaluationJson.AnswerJson evaluateFields(EvaluationJson body) {
    var language = Exchange.of(request).language();
    var judged =
        evaluateDraft.evaluate(
            body.record() == null ? CUSTOMER : body.record(), body.draft(), body.before());
    return new EvaluationJson.AnswerJson(
        judged.hidden().stream().sorted().toList(),
        judged.problems().stream()
            .map(
                problem ->
                    new EvaluationJson.ErrorJson(
                        problem.field(), problem.code(), problem.message().in(language)))
            .toList());
  }

  private static @Nullable UUID after(@Nullable String cursor) {
    try {
      return cursor == null ? null : UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw Page.badParameter(
          "cursor", "cursor phải lấy từ trang trước.", "cursor comes from the page before.");
    }
  }

  private static Response answer(int status, FieldState state) {
    return Response.status(status)
        .entity(FieldJson.of(state))
        .header("ETag", Version.tag(state.version()))
        .build();
  }
}
