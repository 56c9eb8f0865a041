package app.quen.web.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.UndoImport;
import app.quen.web.audit.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/imports/{id}/undo")
@ApplicationScoped
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportUndoResource {

  @Inject private UndoImport undoImport;
  @Inject private BulkAnswers answers;

  @POST
  @Permitted("import:run")
  @Recorded(value = "ImportUndone", record = "import")
  @Operation(
      summary = "Undo a whole import",
      description =
          "Within 30 days, once it is completed or cancelled. What it made goes to the trash:"
              + " customers, orders, interactions, feedback and tasks. Values of customers that it"
              + " changed return to what they were. What was changed since is kept and listed, and"
              + " so are orders that were there before. Its progress is at /bulk/{id}. Asked again,"
              + " it answers with the same job.")
  @APIResponseSchema(
      value = BulkJson.class,
      responseCode = "202",
      responseDescription = "The job that undoes it.")
  public Response undoImport(@PathParam("id") UUID id) {
    return Response.accepted(answers.of(undoImport.undo(id))).build();
  }
}
