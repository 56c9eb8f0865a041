package app.quen.web.customer;

import app.quen.access.Permitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/customers")
@ApplicationScoped
@Tag(name = "Customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomerResource {

  @GET
  @Permitted("customer:read")
  @Operation(summary = "List and search customers")
  @APIResponse(responseCode = "200", description = "A page of customers.")
  public CustomerJson.PageJson listCustomers(
      @BeanParam CustomerQuery query,
      @QueryParam("sort")
          @Parameter(
              description = "A sortable field's key; with - before it: descending.",
              example = "-updatedAt")
          @Nullable String sort,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    throw new NotSupportedException();
  }

  @GET
  @Path("count")
  @Permitted("customer:read")
  @Operation(
      summary = "Count customers",
      description = "Exact up to 1000; beyond that an estimate.")
  @APIResponse(responseCode = "200", description = "How many there are.")
  public CustomerJson.CountJson countCustomers(@BeanParam CustomerQuery query) {
    throw new NotSupportedException();
  }

  @POST
  @Permitted("customer:create")
  @Operation(summary = "Register a customer")
  @APIResponseSchema(
      value = CustomerJson.class,
      responseCode = "201",
      responseDescription = "The customer as it was stored.")
  public Response registerCustomer(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewCustomerJson.class)))
          JsonObject body) {
    throw new NotSupportedException();
  }

  @GET
  @Path("{id}")
  @Permitted("customer:read")
  @Operation(summary = "One customer")
  @APIResponseSchema(
      value = CustomerJson.class,
      responseCode = "200",
      responseDescription = "The customer.")
  public Response getCustomer(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("customer:update")
  @Operation(
      summary = "Change a customer",
      description =
          "A merge patch of the version that If-Match names. 412 brings the customer as it is now"
              + " and the fields that somebody else changed.")
  @APIResponseSchema(
      value = CustomerJson.class,
      responseCode = "200",
      responseDescription = "The customer as it is now.")
  public Response reviseCustomer(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(implementation = NewCustomerJson.PatchJson.class)))
          JsonObject body) {
    throw new NotSupportedException();
  }

  @POST
  @Path("{id}/archive")
  @Permitted("customer:archive")
  @Operation(
      summary = "Archive a customer",
      description = "Out of lists and search, kept with its history. Archiving twice is no error.")
  @APIResponseSchema(
      value = CustomerJson.class,
      responseCode = "200",
      responseDescription = "The customer as it is now.")
  public Response archiveCustomer(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }

  @POST
  @Path("{id}/restore")
  @Permitted("customer:archive")
  @Operation(summary = "Take a customer back from the archive")
  @APIResponseSchema(
      value = CustomerJson.class,
      responseCode = "200",
      responseDescription = "The customer as it is now.")
  public Response restoreCustomer(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }

  @GET
  @Path("{id}/history")
  @Permitted("customer:read")
  @Operation(summary = "What happened to a customer")
  @APIResponse(responseCode = "200", description = "A page, newest first.")
  public HistoryJson customerHistory(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    throw new NotSupportedException();
  }

  @GET
  @Path("possible-duplicates")
  @Permitted("customer:read")
  @Operation(
      summary = "Customers that share an identifier",
      description = "Asked before a new customer is registered. At least one identifier is needed.")
  @APIResponse(responseCode = "200", description = "At most ten customers.")
  public CustomerJson.ListJson possibleDuplicates(
      @QueryParam("phone") @Parameter(example = "0912 345 678") @Nullable String phone,
      @QueryParam("email") @Nullable String email,
      @QueryParam("externalId") @Nullable String externalId) {
    throw new NotSupportedException();
  }
}
