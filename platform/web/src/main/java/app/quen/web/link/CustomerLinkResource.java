package app.quen.web.link;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.idempotency.Answer;
import app.quen.link.LinkCustomers;
import app.quen.link.LinkDraft;
import app.quen.link.ListLinks;
import app.quen.web.Page;
import app.quen.web.json.Written;
import app.quen.web.request.Once;
import app.quen.web.request.Origin;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/customers/{id}/links")
@ApplicationScoped
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomerLinkResource {

  @Inject private ListLinks listLinks;
  @Inject private LinkCustomers linkCustomers;
  @Inject private Origin origin;
  @Inject private Once once;

  @GET
  @Permitted("customer:read")
  @Operation(
      summary = "Whom a customer belongs together with",
      description = "Links in both directions, to archived customers too.")
  @APIResponseSchema(
      value = LinkJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page, oldest first.")
  public Response customerLinks(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var page = listLinks.list(new CustomerId(id), Page.limit(limit), cursor);
    return Page.of(LinkJson.PageJson.of(page), page.nextCursor(), uri);
  }

  @POST
  @Permitted("customer:update")
  @Operation(summary = "Link a customer to another one")
  @APIResponseSchema(
      value = LinkJson.class,
      responseCode = "201",
      responseDescription = "The link as this customer sees it.")
  public Response linkCustomers(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      LinkJson.NewJson body) {
    var outwards =
        switch (body.direction() == null ? "out" : body.direction()) {
          case "out" -> true;
          case "in" -> false;
          default ->
              throw Page.badParameter(
                  "direction", "direction là out hoặc in.", "direction is out or in.");
        };
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var link =
              linkCustomers.link(
                  new CustomerId(id),
                  new LinkDraft(
                      new CustomerId(body.otherId()),
                      body.type(),
                      outwards,
                      body.since(),
                      body.until(),
                      body.note()),
                  origin.source());
          return new Answer(
              201,
              "/api/v1/links/" + link.id(),
              Version.tag(link.version()),
              Written.json(LinkJson.of(link)));
        });
  }
}
