package app.quen.web.audit;

import app.quen.access.Permitted;
import app.quen.audit.NoSuchEntry;
import app.quen.customer.Conflict;
import app.quen.order.OrderConflict;
import app.quen.record.RecordConflict;
import app.quen.recovery.RecoverValues;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import app.quen.web.request.Origin;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/audit/{seq}/recover")
@ApplicationScoped
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RecoveryResource {

  @Inject private RecoverValues recoverValues;
  @Inject private Origin origin;

  @POST
  @Permitted("audit:read")
  @Operation(
      summary = "Write back what a record said before an entry",
      description =
          "A change like any other: it needs the right to change the record and these fields, and"
              + " names the record's version in If-Match. 412 brings what somebody else changed.")
  @APIResponseSchema(
      value = RecoveryJson.DoneJson.class,
      responseCode = "200",
      responseDescription = "The old values are there again; ETag is the record's.")
  public Response recoverValues(
      @PathParam("seq") long seq,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      RecoveryJson body) {
    try {
      var done =
          recoverValues.recover(seq, body.keys(), Version.of(ifMatch), body.why(), origin.source());
      return Response.ok(RecoveryJson.DoneJson.of(done))
          .header("ETag", Version.tag(done.version()))
          .build();
    } catch (NoSuchEntry e) {
      throw Problem.of(ProblemType.NOT_FOUND).exception();
    } catch (Conflict e) {
      throw conflict(e.current().version(), e.changedFields());
    } catch (OrderConflict e) {
      throw conflict(e.current().version(), e.changedFields());
    } catch (RecordConflict e) {
      throw conflict(e.current().version(), e.changedFields());
    }
  }

  private static RuntimeException conflict(int version, List<String> changedFields) {
    return Problem.of(ProblemType.CONFLICT)
        .with("changedFields", Json.createArrayBuilder(changedFields).build())
        .header("ETag", Version.tag(version))
        .exception();
  }
}
