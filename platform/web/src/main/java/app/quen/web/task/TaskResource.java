package app.quen.web.task;

import app.quen.access.Permitted;
import app.quen.task.ListTasks;
import app.quen.task.PlanTask;
import app.quen.task.RestoreTask;
import app.quen.task.ReviseTask;
import app.quen.task.ShowTask;
import app.quen.task.ShowTaskHistory;
import app.quen.task.TrashTask;
import app.quen.web.audit.Recorded;
import app.quen.web.record.RecordAnswers;
import app.quen.web.record.RecordHistoryJson;
import app.quen.web.record.RecordList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

@Path("/tasks")
@ApplicationScoped
@Tag(name = "Tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TaskResource {

  @Inject private PlanTask planTask;
  @Inject private ShowTask showTask;
  @Inject private ShowTaskHistory showTaskHistory;
  @Inject private ReviseTask reviseTask;
  @Inject private ListTasks listTasks;
  @Inject private TrashTask trashTask;
  @Inject private RestoreTask restoreTask;
  @Inject private RecordAnswers answers;

  @GET
  @Permitted("task:read")
  @Recorded(value = "TasksSearched", searches = true)
  @Operation(summary = "List tasks")
  @APIResponseSchema(
      value = TaskJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page.")
  public Response listTasks(@BeanParam RecordList list, @Context UriInfo uri) {
    var page = listTasks.list(list.query(), list.cursor, list.size());
    return RecordAnswers.page(page, TaskJson.class, uri);
  }

  @POST
  @Permitted("task:create")
  @Operation(
      summary = "Add a task",
      description = "It is open, of normal priority and of the member who asks, where absent.")
  @APIResponseSchema(
      value = TaskJson.class,
      responseCode = "201",
      responseDescription = "As it was stored.")
  public Response planTask(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewTaskJson.class)))
          JsonObject body) {
    return answers.created(
        idempotencyKey, body, "tasks", TaskJson.class, () -> planTask.plan(body, answers.source()));
  }

  @GET
  @Path("{id}")
  @Permitted("task:read")
  @Operation(summary = "Show a task")
  @APIResponseSchema(
      value = TaskJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response getTask(@PathParam("id") UUID id) {
    return answers.of(showTask.show(id), TaskJson.class);
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("task:update")
  @Operation(
      summary = "Change a task",
      description =
          "A merge patch of the version that If-Match names. 412 brings it as it is now and the"
              + " fields that somebody else changed.")
  @APIResponseSchema(
      value = TaskJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response reviseTask(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewTaskJson.PatchJson.class)))
          JsonObject body) {
    return answers.revised(
        ifMatch, TaskJson.class, version -> reviseTask.revise(id, body, version, answers.source()));
  }

  @DELETE
  @Path("{id}")
  @Permitted("task:delete")
  @Operation(
      summary = "Put a task into the trash",
      description = "From there it can be restored for 30 days. Doing it twice is no error.")
  @APIResponseSchema(
      value = TaskJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response trashTask(@PathParam("id") UUID id) {
    return answers.of(trashTask.trash(id, answers.source()), TaskJson.class);
  }

  @POST
  @Path("{id}/restore")
  @Permitted("task:delete")
  @Operation(summary = "Take a task out of the trash")
  @APIResponseSchema(
      value = TaskJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response restoreTask(@PathParam("id") UUID id) {
    return answers.of(restoreTask.restore(id, answers.source()), TaskJson.class);
  }

  @GET
  @Path("{id}/history")
  @Permitted("task:read")
  @Operation(
      summary = "What changed in a task",
      description = "After it was made, newest first, at most 200 changes.")
  @APIResponse(responseCode = "200", description = "The changes.")
  public RecordHistoryJson taskHistory(@PathParam("id") UUID id) {
    return RecordHistoryJson.of(showTaskHistory.show(id));
  }
}
