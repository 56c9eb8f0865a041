package app.quen.web.order;

import app.quen.access.Permitted;
import app.quen.idempotency.Answer;
import app.quen.order.FindOrders;
import app.quen.order.OrderConflict;
import app.quen.order.OrderDraft;
import app.quen.order.OrderId;
import app.quen.order.OrderQuery;
import app.quen.order.OrderView;
import app.quen.order.PayOrder;
import app.quen.order.PlaceOrder;
import app.quen.order.RestoreOrder;
import app.quen.order.ReviseOrder;
import app.quen.order.ShowOrder;
import app.quen.order.ShowOrderHistory;
import app.quen.order.TakeBackGoods;
import app.quen.order.TrashOrder;
import app.quen.web.Page;
import app.quen.web.audit.Recorded;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import app.quen.web.request.Once;
import app.quen.web.request.Origin;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/orders")
@ApplicationScoped
@Tag(name = "Orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderResource {

  @Inject private FindOrders findOrders;
  @Inject private PlaceOrder placeOrder;
  @Inject private ShowOrder showOrder;
  @Inject private ReviseOrder reviseOrder;
  @Inject private PayOrder payOrder;
  @Inject private TakeBackGoods takeBackGoods;
  @Inject private TrashOrder trashOrder;
  @Inject private RestoreOrder restoreOrder;
  @Inject private ShowOrderHistory showOrderHistory;
  @Inject private Once once;
  @Inject private Origin origin;

  @GET
  @Permitted("order:read")
  @Recorded(value = "OrdersSearched", searches = true)
  @Operation(summary = "List orders")
  @APIResponseSchema(
      value = OrderJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page of orders; of each the first five lines.")
  public Response listOrders(
      @QueryParam("number") @Parameter(description = "What the number begins with.")
          @Nullable String number,
      @QueryParam("filter")
          @Parameter(
              description =
                  "Repeatable: <field key>:<op>:<value>, with the keys of GET /fields?record=order"
                      + " and customerId, createdAt, updatedAt; op is eq, ne, in (comma list), lt,"
                      + " lte, gt, gte, contains, empty or notempty.",
              example = "[\"state:eq:placed\"]")
          List<String> filters,
      @QueryParam("sort")
          @Parameter(
              description =
                  "placedAt, total or updatedAt; with - before it: descending. Absent: -placedAt.",
              example = "-total")
          @Nullable String sort,
      @QueryParam("trash")
          @Parameter(
              description = "What is in the trash instead of the others.",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @Nullable String trash,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var query = OrderQuery.read(number, filters, sort, Page.flag("trash", trash));
    var page = findOrders.find(query, cursor, Page.limit(limit));
    var items = Json.createArrayBuilder();
    page.items().forEach(order -> items.add(OrderJson.of(order)));
    var next = page.nextCursor() == null ? JsonValue.NULL : Json.createValue(page.nextCursor());
    return Page.of(
        Json.createObjectBuilder().add("items", items).add("nextCursor", next).build(),
        page.nextCursor(),
        uri);
  }

  @POST
  @Permitted("order:create")
  @Operation(summary = "Place an order")
  @APIResponseSchema(
      value = OrderJson.class,
      responseCode = "201",
      responseDescription = "The order as it was stored.")
  public Response placeOrder(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewOrderJson.class)))
          JsonObject body) {
    return created(
        idempotencyKey, body, () -> placeOrder.place(OrderDraft.read(body), origin.source()));
  }

  @GET
  @Path("{id}")
  @Permitted("order:read")
  @Operation(summary = "One order")
  @APIResponseSchema(
      value = OrderJson.class,
      responseCode = "200",
      responseDescription = "The order.")
  public Response getOrder(@PathParam("id") UUID id) {
    return answer(showOrder.show(new OrderId(id)));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("order:update")
  @Operation(
      summary = "Change an order",
      description =
          "A merge patch of the version that If-Match names. 412 brings the order as it is now and"
              + " the fields that somebody else changed.")
  @APIResponseSchema(
      value = OrderJson.class,
      responseCode = "200",
      responseDescription = "The order as it is now.")
  public Response reviseOrder(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewOrderJson.PatchJson.class)))
          JsonObject body) {
    try {
      return answer(
          reviseOrder.revise(new OrderId(id), body, Version.of(ifMatch), origin.source()));
    } catch (OrderConflict e) {
      throw Problem.of(ProblemType.CONFLICT)
          .with("current", OrderJson.of(e.current()))
          .with("changedFields", Json.createArrayBuilder(e.changedFields()).build())
          .header("ETag", tag(e.current()))
          .exception();
    }
  }

  @DELETE
  @Path("{id}")
  @Permitted("order:delete")
  @Operation(
      summary = "Put an order into the trash",
      description = "Out of lists and sums, kept for thirty days. Doing it twice is no error.")
  @APIResponseSchema(
      value = OrderJson.class,
      responseCode = "200",
      responseDescription = "The order as it is now.")
  public Response trashOrder(@PathParam("id") UUID id) {
    return answer(trashOrder.trash(new OrderId(id), origin.source()));
  }

  @POST
  @Path("{id}/restore")
  @Permitted("order:delete")
  @Operation(summary = "Take an order out of the trash")
  @APIResponseSchema(
      value = OrderJson.class,
      responseCode = "200",
      responseDescription = "The order as it is now.")
  public Response restoreOrder(@PathParam("id") UUID id) {
    return answer(restoreOrder.restore(new OrderId(id), origin.source()));
  }

  @POST
  @Path("{id}/payments")
  @Permitted("order:update")
  @Operation(
      summary = "Note a payment",
      description = "An order that is placed and now paid in full becomes paid.")
  @APIResponseSchema(
      value = OrderJson.class,
      responseCode = "201",
      responseDescription = "The order as it is now.")
  public Response payOrder(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(implementation = NewOrderJson.NewPaymentJson.class)))
          JsonObject body) {
    return created(
        idempotencyKey,
        body,
        () -> payOrder.pay(new OrderId(id), OrderDraft.Payment.read(body), origin.source()));
  }

  @POST
  @Path("{id}/returns")
  @Permitted("order:update")
  @Operation(
      summary = "Note that goods came back",
      description = "An order of which all came back becomes returned.")
  @APIResponseSchema(
      value = OrderJson.class,
      responseCode = "201",
      responseDescription = "The order as it is now.")
  public Response takeBackGoods(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(implementation = NewOrderJson.NewReturnJson.class)))
          JsonObject body) {
    return created(
        idempotencyKey,
        body,
        () ->
            takeBackGoods.takeBack(new OrderId(id), OrderDraft.Return.read(body), origin.source()));
  }

  @GET
  @Path("{id}/history")
  @Permitted("order:read")
  @Operation(summary = "What happened to an order")
  @APIResponseSchema(
      value = OrderHistoryJson.class,
      responseCode = "200",
      responseDescription = "All that it remembers, newest first.")
  public JsonObject orderHistory(@PathParam("id") UUID id) {
    return OrderHistoryJson.of(showOrderHistory.show(new OrderId(id)));
  }

  private Response created(@Nullable String key, JsonObject body, Supplier<OrderView> work) {
    return once.answer(
        key,
        body.toString(),
        () -> {
          var order = work.get();
          return new Answer(
              201, "/api/v1/orders/" + order.id(), tag(order), OrderJson.of(order).toString());
        });
  }

  private static Response answer(OrderView order) {
    return Response.ok(OrderJson.of(order)).header("ETag", tag(order)).build();
  }

  private static String tag(OrderView order) {
    return Version.tag(order.version());
  }
}
