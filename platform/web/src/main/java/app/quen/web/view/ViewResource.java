package app.quen.web.view;

import app.quen.access.Permitted;
import app.quen.idempotency.Answer;
import app.quen.view.DeleteView;
import app.quen.view.ListViews;
import app.quen.view.ReviseView;
import app.quen.view.SaveView;
import app.quen.view.SavedView;
import app.quen.view.ShowView;
import app.quen.web.audit.Recorded;
import app.quen.web.request.Once;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/views")
@ApplicationScoped
@Tag(name = "Views")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ViewResource {

  @Inject private ListViews listViews;
  @Inject private SaveView saveView;
  @Inject private ShowView showView;
  @Inject private ReviseView reviseView;
  @Inject private DeleteView deleteView;
  @Inject private Once once;

  @GET
  @Permitted("customer:read")
  @Operation(summary = "One's own views of a list and those of the workspace")
  @APIResponse(responseCode = "200", description = "In the order of their names.")
  public ViewJson.ListJson listViews(
      @QueryParam("record") @DefaultValue("customer") @Schema(ref = "RecordType") String record) {
    return new ViewJson.ListJson(listViews.list(record).stream().map(ViewJson::of).toList());
  }

  @POST
  @Permitted("customer:read")
  @Recorded("ViewSaved")
  @Operation(
      summary = "Keep a list under a name",
      description = "For oneself; scope workspace needs the permission view:share.")
  @APIResponseSchema(
      value = ViewJson.class,
      responseCode = "201",
      responseDescription = "The view.")
  public Response saveView(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ViewJson.NewJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var view = ViewJson.of(saveView.save(body.toDraft()));
          return new Answer(
              201, "/api/v1/views/" + view.id(), Version.tag(view.version()), Once.text(view));
        });
  }

  @GET
  @Path("{id}")
  @Permitted("customer:read")
  @Operation(summary = "One view")
  @APIResponseSchema(
      value = ViewJson.class,
      responseCode = "200",
      responseDescription = "The view.")
  public Response getView(@PathParam("id") UUID id) {
    return answer(showView.show(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("customer:read")
  @Recorded(value = "ViewRevised", record = "view")
  @Operation(
      summary = "Change a view",
      description = "One's own; those of the workspace with view:share.")
  @APIResponseSchema(
      value = ViewJson.class,
      responseCode = "200",
      responseDescription = "The view as it is now.")
  public Response reviseView(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      ViewJson.PatchJson body) {
    return answer(reviseView.revise(id, body.toDraft(), Version.of(ifMatch)));
  }

  @DELETE
  @Path("{id}")
  @Permitted("customer:read")
  @Recorded(value = "ViewDeleted", record = "view")
  @Operation(summary = "Delete a view")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public void deleteView(@PathParam("id") UUID id) {
    deleteView.delete(id);
  }

  private static Response answer(SavedView view) {
    return Response.ok(ViewJson.of(view)).header("ETag", Version.tag(view.version())).build();
  }
}
