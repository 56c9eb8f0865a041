package app.quen.web.ops;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.field.RenewSecrets;
import app.quen.field.RenewalState;
import app.quen.operating.Operator;
import app.quen.operating.RewrapKeys;
import app.quen.operating.ShowTenant;
import app.quen.secret.RotateKeys;
import app.quen.secret.RotationState;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

@Path("/keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {

  @Inject private RewrapKeys rewrapKeys;
  @Inject private RotateKeys rotateKeys;
  @Inject private RenewSecrets renewSecrets;
  @Inject private ShowTenant showTenant;
  @Inject private Tenants tenants;
  @Inject private Access access;
  @Inject private HttpServletRequest request;

  /** How many keys of workspaces were wrapped anew. */
  public record RewrappedJson(int rewrapped) {}

  /** How far the rotation of a workspace's key is. */
  public record RotationJson(String slug, int generation, long left, boolean done) {

    static RotationJson of(String slug, RotationState state) {
      return new RotationJson(slug, state.generation(), state.left(), state.done());
    }
  }

  /** How far a workspace's values are on their way to new keys. */
  public record RenewalJson(
      String slug,
      int version,
      boolean running,
      long done,
      long total,
      long unreadable,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {

    static RenewalJson of(String slug, RenewalState state) {
      return new RenewalJson(
          slug,
          state.version(),
          state.running(),
          state.done(),
          state.total(),
          state.unreadable(),
          state.startedAt(),
          state.finishedAt());
    }
  }

  @POST
  @Path("rewrap")
  @OperatorsOnly
  public RewrappedJson rewrapKeys() {
    return new RewrappedJson(rewrapKeys.rewrap(OperatorFilter.operator(request)));
  }

  @POST
  @Path("{slug}/rotate")
  @OperatorsOnly
  public RotationJson rotateKeys(@PathParam("slug") String slug) {
    return RotationJson.of(slug, here(slug, rotateKeys::rotate));
  }

  @GET
  @Path("{slug}")
  @OperatorsOnly
  public RotationJson showRotation(@PathParam("slug") String slug) {
    return RotationJson.of(slug, here(slug, rotateKeys::show));
  }

  @POST
  @Path("{slug}/renew")
  @OperatorsOnly
  public RenewalJson renewSecrets(@PathParam("slug") String slug) {
    return RenewalJson.of(slug, here(slug, renewSecrets::renew));
  }

  @GET
  @Path("{slug}/renewal")
  @OperatorsOnly
  public RenewalJson showRenewal(@PathParam("slug") String slug) {
    return RenewalJson.of(slug, here(slug, renewSecrets::show));
  }

  private <T> T here(String slug, Callable<T> work) {
    Operator operator = OperatorFilter.operator(request);
    Actor actor = new Actor(Actor.Kind.OPERATOR, operator.id(), operator.name());
    return tenants.callAs(
        showTenant.show(slug).tenant().id(),
        () -> access.callAs(actor, Set.of("key:manage"), work));
  }
}
