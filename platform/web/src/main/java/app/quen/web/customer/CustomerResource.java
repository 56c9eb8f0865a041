package app.quen.web.customer;

import app.quen.access.Permitted;
import app.quen.customer.ArchiveCustomer;
import app.quen.customer.Conflict;
import app.quen.customer.CountCustomers;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.FindCustomers;
import app.quen.customer.FindPossibleDuplicates;
import app.quen.customer.ListTrash;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.RestoreCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.customer.TrashCustomer;
import app.quen.history.ShowHistory;
import app.quen.idempotency.Answer;
import app.quen.web.Page;
import app.quen.web.audit.Recorded;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import app.quen.web.request.Once;
import app.quen.web.request.Origin;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject private FindCustomers findCustomers;
  @Inject private CountCustomers countCustomers;
  @Inject private RegisterCustomer registerCustomer;
  @Inject private ShowCustomer showCustomer;
  @Inject private ReviseCustomer reviseCustomer;
  @Inject private ArchiveCustomer archiveCustomer;
  @Inject private RestoreCustomer restoreCustomer;
  @Inject private TrashCustomer trashCustomer;
  @Inject private ListTrash listTrash;
  @Inject private FindPossibleDuplicates findPossibleDuplicates;
  @Inject private ShowHistory showHistory;
  @Inject private Once once;
  @Inject private Origin origin;

  @GET
  @Permitted("customer:read")
  @Recorded(value = "CustomersSearched", searches = true)
  @Operation(summary = "List and search customers")
  @APIResponseSchema(
      value = CustomerJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page of customers.")
  public Response listCustomers(
      @BeanParam CustomerQuery query,
      @QueryParam("sort")
          @Parameter(
              description = "A sortable field's key; with - before it: descending.",
              example = "-updatedAt")
          @Nullable String sort,
      @QueryParam("trash")
          @Parameter(
              description = "What is in the trash instead, the last ones first.",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @Nullable String trash,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    if (Page.flag("trash", trash)) {
      var deleted = listTrash.list(cursor, Page.limit(limit));
      return Page.of(list(deleted.items(), deleted.nextCursor()), deleted.nextCursor(), uri);
    }
    var page = findCustomers.find(query.toQuery(sort), cursor, Page.limit(limit));
    return Page.of(list(page.items(), page.nextCursor()), page.nextCursor(), uri);
  }

  @GET
  @Path("count")
  @Permitted("customer:read")
  @Recorded(value = "CustomersCounted", searches = true)
  @Operation(
      summary = "Count customers",
      description = "Exact up to 1000; beyond that an estimate.")
  @APIResponse(responseCode = "200", description = "How many there are.")
  public CustomerJson.CountJson countCustomers(@BeanParam CustomerQuery query) {
    var count = countCustomers.count(query.toQuery(null));
    return new CustomerJson.CountJson(count.count(), count.exact());
  }

  @POST
  @Permitted("customer:create")
  @Operation(summary = "Register a customer")
  @APIResponseSchema(
      value = CustomerJson.class,
      responseCode = "201",
      responseDescription = "The customer as it was stored.")
  public Response registerCustomer(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewCustomerJson.class)))
          JsonObject body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var customer = registerCustomer.register(CustomerDraft.read(body), source(body));
          return new Answer(
              201,
              "/api/v1/customers/" + customer.id(),
              tag(customer),
              CustomerJson.of(customer).toString());
        });
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
    return answer(showCustomer.show(new CustomerId(id)));
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
    try {
      return answer(reviseCustomer.revise(new CustomerId(id), body, Version.of(ifMatch), source()));
    } catch (Conflict e) {
      throw conflict(e);
    }
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
    return answer(archiveCustomer.archive(new CustomerId(id), source()));
  }

  @DELETE
  @Path("{id}")
  @Permitted("customer:delete")
  @Operation(
      summary = "Put a customer into the trash",
      description =
          "Out of every list and search; its external id is free. It can be restored for 30 days,"
              + " then it goes for good with all that belongs to it.")
  @APIResponseSchema(
      value = CustomerJson.class,
      responseCode = "200",
      responseDescription = "The customer as it is now.")
  public Response trashCustomer(@PathParam("id") UUID id) {
    return answer(trashCustomer.trash(new CustomerId(id), source()));
  }

  @POST
  @Path("{id}/restore")
  @Permitted("customer:archive")
  @Operation(summary = "Take a customer back from the archive or the trash")
  @APIResponseSchema(
      value = CustomerJson.class,
      responseCode = "200",
      responseDescription = "The customer as it is now.")
  public Response restoreCustomer(@PathParam("id") UUID id) {
    return answer(restoreCustomer.restore(new CustomerId(id), source()));
  }

  @GET
  @Path("{id}/history")
  @Permitted("customer:read")
  @Operation(summary = "What happened to a customer")
  @APIResponseSchema(
      value = HistoryJson.class,
      responseCode = "200",
      responseDescription = "A page, newest first.")
  public Response customerHistory(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var page = showHistory.show(new CustomerId(id), Page.limit(limit), cursor);
    return Page.of(HistoryJson.of(page), page.nextCursor(), uri);
  }

  @GET
  @Path("possible-duplicates")
  @Permitted("customer:read")
  @Recorded("DuplicatesSought")
  @Operation(
      summary = "Customers that share an identifier",
      description = "Asked before a new customer is registered. At least one identifier is needed.")
  @APIResponseSchema(
      value = CustomerJson.ListJson.class,
      responseCode = "200",
      responseDescription = "At most ten customers.")
  public JsonObject possibleDuplicates(
      @QueryParam("phone") @Parameter(example = "0912 345 678") @Nullable String phone,
      @QueryParam("email") @Nullable String email,
      @QueryParam("externalId") @Nullable String externalId,
      @QueryParam("field")
          @Parameter(
              description =
                  "A sensitive field that can be filtered by, and its value: <key>:<value>.")
          List<String> fields) {
    if (phone == null && email == null && externalId == null && fields.isEmpty()) {
      throw Page.badParameter(
          "phone", "Cần ít nhất một mã định danh.", "At least one identifier is needed.");
    }
    return JSON.createObjectBuilder()
        .add("items", items(findPossibleDuplicates.find(phone, email, externalId, fields)))
        .build();
  }

  private Source source() {
    return origin.source();
  }

  /** The source that the body names, else that of who is asking. */
  private Source source(JsonObject body) {
    if (!body.containsKey("sourceId") || body.isNull("sourceId")) {
      return source();
    }
    try {
      return source().of(UUID.fromString(body.getString("sourceId")));
    } catch (ClassCastException | IllegalArgumentException e) {
      throw Page.badParameter(
          "sourceId", "sourceId phải là mã của một nguồn.", "sourceId is the id of a source.");
    }
  }

  private static RuntimeException conflict(Conflict conflict) {
    var current = conflict.current();
    return Problem.of(ProblemType.CONFLICT)
        .with("current", CustomerJson.of(current))
        .with("changedFields", JSON.createArrayBuilder(conflict.changedFields()).build())
        .header("ETag", tag(current))
        .exception();
  }

  private static Response answer(CustomerView customer) {
    return Response.ok(CustomerJson.of(customer)).header("ETag", tag(customer)).build();
  }

  private static String tag(CustomerView customer) {
    return Version.tag(customer.version());
  }

  private static JsonObject list(List<CustomerView> customers, @Nullable String nextCursor) {
    var cursor = nextCursor == null ? JsonValue.NULL : JSON.createValue(nextCursor);
    return JSON.createObjectBuilder()
        .add("items", items(customers))
        .add("nextCursor", cursor)
        .build();
  }

  private static JsonArray items(List<CustomerView> customers) {
    var items = JSON.createArrayBuilder();
    customers.forEach(customer -> items.add(CustomerJson.of(customer)));
    return items.build();
  }
}
