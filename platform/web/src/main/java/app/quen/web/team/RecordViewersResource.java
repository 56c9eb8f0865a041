package app.quen.web.team;

import app.quen.access.Permitted;
import app.quen.team.ExplainSight;
import app.quen.team.ListViewers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/{records: customers|orders|interactions|feedback|tasks}/{id}/seen-by/members")
@ApplicationScoped
@Tag(name = "Shares")
@Produces(MediaType.APPLICATION_JSON)
public class RecordViewersResource {

  @Inject private ExplainSight explainSight;
  @Inject private ListViewers listViewers;

  @GET
  @Permitted("role:manage")
  @Operation(summary = "Who sees a record, and why")
  @APIResponse(responseCode = "200", description = "All members who see it.")
  public ShareJson.SightsJson listViewers(
      @PathParam("records") @Parameter(example = "customers") String records,
      @PathParam("id") UUID id) {
    return new ShareJson.SightsJson(
        listViewers.list(record(records), id).stream().map(ShareJson.SightJson::of).toList());
  }

  @GET
  @Path("{member}")
  @Permitted("role:manage")
  @Operation(summary = "Why a member sees a record, or does not")
  @APIResponse(responseCode = "200", description = "What they see of it, and why.")
  public ShareJson.SightJson explainSight(
      @PathParam("records") @Parameter(example = "customers") String records,
      @PathParam("id") UUID id,
      @PathParam("member") UUID member) {
    return ShareJson.SightJson.of(explainSight.explain(record(records), id, member));
  }

  private static String record(String records) {
    return records.equals("feedback") ? records : records.substring(0, records.length() - 1);
  }
}
