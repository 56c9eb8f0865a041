package app.quen.web.ops;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.audit.RotateSealKey;
import app.quen.audit.TrailBroken;
import app.quen.audit.VerifyTrail;
import app.quen.fact.CountDeliveries;
import app.quen.operating.ListTenants;
import app.quen.operating.Operator;
import app.quen.operating.ResumeTenant;
import app.quen.operating.ShowTenant;
import app.quen.operating.SuspendTenant;
import app.quen.operating.TenantStatus;
import app.quen.tenant.TenantState;
import app.quen.tenant.Tenants;
import app.quen.web.Page;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Path("/tenants")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TenantsResource {

  @Inject private ListTenants listTenants;
  @Inject private ShowTenant showTenant;
  @Inject private SuspendTenant suspendTenant;
  @Inject private ResumeTenant resumeTenant;
  @Inject private CountDeliveries countDeliveries;
  @Inject private VerifyTrail verifyTrail;
  @Inject private RotateSealKey rotateSealKey;
  @Inject private Tenants tenants;
  @Inject private Access access;
  @Inject private HttpServletRequest request;

  @GET
  @OperatorsOnly
  public Response listTenants(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    int most = Page.limit(limit);
    var found = listTenants.list(cursor, most);
    var next = found.size() < most ? null : found.getLast().tenant().slug();
    var items = found.stream().map(status -> TenantJson.of(status, null)).toList();
    return Page.of(new TenantJson.PageJson(items, next), next, uri);
  }

  @GET
  @Path("{slug}")
  @OperatorsOnly
  public TenantJson showTenant(@PathParam("slug") String slug) {
    return show(slug);
  }

  @POST
  @Path("{slug}/suspend")
  @OperatorsOnly
  public TenantJson suspendTenant(@PathParam("slug") String slug, TenantJson.SuspendJson body) {
    suspendTenant.suspend(operator(), slug, body.reason());
    return show(slug);
  }

  @POST
  @Path("{slug}/resume")
  @OperatorsOnly
  public TenantJson resumeTenant(@PathParam("slug") String slug) {
    resumeTenant.resume(operator(), slug);
    return show(slug);
  }

  @POST
  @Path("{slug}/verify-audit")
  @OperatorsOnly
  public TrailJson verifyAudit(@PathParam("slug") String slug) {
    var tenant = showTenant.show(slug).tenant();
    return tenants.callAs(
        tenant.id(),
        () ->
            access.callAs(
                actor(),
                Set.of("audit:read"),
                () -> TrailJson.of(tenant.slug(), verifyTrail.verify())));
  }

  @POST
  @Path("{slug}/rotate-audit-key")
  @OperatorsOnly
  public TrailJson.KeyJson rotateAuditKey(@PathParam("slug") String slug) {
    var tenant = showTenant.show(slug).tenant();
    return tenants.callAs(
        tenant.id(),
        () ->
            access.callAs(
                actor(),
                Set.of("audit:rotate"),
                () -> {
                  try {
                    var key = rotateSealKey.rotate();
                    return new TrailJson.KeyJson(key.number(), key.after(), key.at());
                  } catch (TrailBroken e) {
                    throw Problem.of(
                            ProblemType.TAKEN,
                            "Nhật ký đã bị sửa; hãy xem ./quen ops verify-audit.",
                            "The trail is broken; see ./quen ops verify-audit.")
                        .exception();
                  }
                }));
  }

  private TenantJson show(String slug) {
    var status = showTenant.show(slug);
    return TenantJson.of(status, backlog(status));
  }

  private CountDeliveries.@Nullable Backlog backlog(TenantStatus status) {
    if (status.tenant().state() != TenantState.ACTIVE) {
      return null;
    }
    return tenants.callAs(
        status.tenant().id(),
        () -> access.callAs(actor(), Set.of("delivery:manage"), countDeliveries::count));
  }

  private Actor actor() {
    var operator = operator();
    return new Actor(Actor.Kind.OPERATOR, operator.id(), operator.name());
  }

  private Operator operator() {
    return OperatorFilter.operator(request);
  }
}
