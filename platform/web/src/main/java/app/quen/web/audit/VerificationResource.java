package app.quen.web.audit;

import app.quen.access.Permitted;
import app.quen.audit.Act;
import app.quen.audit.AuditQuery;
import app.quen.audit.SearchTrail;
import app.quen.audit.Trail;
import app.quen.audit.VerifyTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/audit/verification")
@ApplicationScoped
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

  private static final AuditQuery VERIFIED =
      AuditQuery.ALL.acts(Set.of(VerificationJson.WHOLE, VerificationJson.BROKEN));

  @Inject private SearchTrail searchTrail;
  @Inject private VerifyTrail verifyTrail;
  @Inject private Trail trail;

  @GET
  @Permitted("audit:read")
  @Operation(summary = "When the trail was last verified here, and how it was found")
  @APIResponse(responseCode = "200", description = "What the trail says of it.")
  public VerificationJson.LastJson lastVerification() {
    return VerificationJson.LastJson.of(searchTrail.search(VERIFIED, null, 1).items());
  }

  @POST
  @Permitted("audit:read")
  @Operation(
      summary = "Hold the trail against its hashes and checkpoints",
      description =
          "Reads all of it: some ten seconds for a million entries. Who trusts nobody downloads it"
              + " and verifies it with docs/check_trail.py.")
  @APIResponse(responseCode = "200", description = "How it was found.")
  public VerificationJson verifyAuditTrail() {
    var found = VerificationJson.of(verifyTrail.verify());
    trail.seen(
        Act.of(found.whole() ? VerificationJson.WHOLE : VerificationJson.BROKEN)
            .with(
                Json.createObjectBuilder()
                    .add("entries", found.entries())
                    .add("sealed", found.sealed())
                    .build()
                    .toString()));
    return found;
  }
}
