package app.quen.web.field;

import static app.quen.web.field.FieldResource.CUSTOMER;

import app.quen.access.Permitted;
import app.quen.field.CountFieldUse;
import app.quen.field.ShowFieldUse;
import app.quen.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/fields/usage")
@ApplicationScoped
@Tag(name = "Fields")
@Produces(MediaType.APPLICATION_JSON)
public class FieldUseResource {

  private static final int DAYS = 90;

  @Inject private ShowFieldUse showFieldUse;
  @Inject private CountFieldUse countFieldUse;

  @GET
  @Permitted("field:manage")
  @Operation(
      summary = "Which fields nobody fills, reads or uses",
      description =
          "The workspace's and the plugins' fields with the day of their last use in each way. Use"
              + " is noted within half a minute. What is not used can be retired.")
  @APIResponse(responseCode = "200", description = "The report.")
  public FieldUseJson fieldUsage(
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record,
      @QueryParam("since")
          @Parameter(
              description = "From which day on a use counts; absent: 90 days ago.",
              example = "2026-08-01")
          @Schema(format = "date")
          @Nullable String since) {
    return FieldUseJson.of(showFieldUse.show(record, day(since)));
  }

  @POST
  @Path("count")
  @Permitted("field:manage")
  @Operation(
      summary = "Count the records that have a value in each field",
      description = "By a job; the report says when it is done.")
  @APIResponse(responseCode = "202", description = "It is being counted.")
  public Response countFieldUse(
      @QueryParam("record") @DefaultValue(CUSTOMER) @Schema(ref = "RecordType") String record) {
    countFieldUse.count(record);
    return Response.accepted().build();
  }

  private static LocalDate day(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return LocalDate.now(ZoneOffset.UTC).minusDays(DAYS);
    }
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException e) {
      throw Page.badParameter(
          "since", "since phải có dạng 2026-08-01.", "since is a date such as 2026-08-01.");
    }
  }
}
